package dev.camelentrata.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.model.LedgerTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

class PostingsIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final PostingPlanner PLANNER = new PostingPlanner(Books.accrual());
  private static final Posting KEPT = rent("kept", "900.00", "2026-11-01", List.of()).get(0);
  private static PostgresPostings postings;

  @BeforeAll
  static void open() {
    postings = new PostgresPostings(DATABASE.dataSource(), Clock.fixed(NOW, ZoneOffset.UTC));
    postings.append("sandbox", List.of(KEPT));
  }

  @Test
  void keepsAnEntryAsItIsAndOnce() {
    assertThat(postings.append("sandbox", List.of(KEPT))).isZero();

    StoredPosting stored = postings.find("sandbox", KEPT.reference()).orElseThrow();
    assertThat(stored.posting()).isEqualTo(KEPT);
    assertThat(stored.createdAt()).isEqualTo(NOW);
    assertThat(count("posting_line where reference = '" + KEPT.reference().digest() + "'"))
        .isEqualTo(KEPT.lines().size());
  }

  @Test
  void addsAChangeAfterWhatIsPostedAndPlansNothingMore() {
    List<Posting> first = rent("1", "900.00", "2026-11-02", List.of());
    List<Posting> second = rent("1", "910.00", "2026-11-02", first);
    postings.append("sandbox", first);
    postings.append("sandbox", second);

    List<Posting> stored =
        postings.ofDays("sandbox", List.of(PostingDay.of(first.get(0).journal()))).stream()
            .map(StoredPosting::posting)
            .toList();

    assertThat(stored).containsExactly(first.get(0), second.get(0));
    assertThat(rent("1", "910.00", "2026-11-02", stored)).isEmpty();
  }

  @Test
  void refusesTwoContentsForOnePlaceInAJournal() {
    postings.append("sandbox", rent("2", "900.00", "2026-11-03", List.of()));
    List<Posting> other = rent("2", "901.00", "2026-11-03", List.of());
    List<Posting> beside = rent("3", "1.00", "2026-11-13", List.of());

    assertThatThrownBy(() -> postings.append("sandbox", List.of(beside.get(0), other.get(0))))
        .isInstanceOf(PostingConflictException.class)
        .hasMessageContaining("plan it anew");
    assertThat(postings.find("sandbox", beside.get(0).reference())).isEmpty();
  }

  @Test
  void storesOnceWhatManyAddAtOnce() throws Exception {
    List<Posting> rent = rent("4", "900.00", "2026-11-04", List.of());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> add = () -> postings.append("sandbox", rent);
      int added = 0;
      for (Future<Integer> each : threads.invokeAll(List.of(add, add, add, add))) {
        added += each.get();
      }
      assertThat(added).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"899.99", "900.0001"})
  void theDatabaseRefusesAnEntryThatIsOutOfBalance(String credit) {
    assertThatThrownBy(
            () ->
                write(entry("b"), line("b", 1, "debit", "900.00"), line("b", 2, "credit", credit)))
        .hasStackTraceContaining("is out of balance by");
    assertThat(count("posting where reference like 'bbbb%'")).isZero();
  }

  @Test
  void theDatabaseRefusesAnEntryWithoutLinesAndLinesThatComeLate() {
    assertThatThrownBy(() -> write(entry("c"))).hasStackTraceContaining("is out of balance by");
    write(entry("d"), line("d", 1, "debit", "9"), line("d", 2, "credit", "9"));
    assertThatThrownBy(() -> write(line("d", 3, "debit", "1"), line("d", 4, "credit", "1")))
        .hasStackTraceContaining("is complete or not there");
    assertThatThrownBy(
            () ->
                write(
                    entry("e"),
                    line("e", 1, "debit", "9"),
                    line("e", 2, "credit", "9"),
                    "set constraints all immediate",
                    line("e", 3, "debit", "1")))
        .hasStackTraceContaining("is complete or not there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update posting_line set amount = amount + 1",
        "delete from posting_line",
        "truncate posting_line, posting cascade",
        "delete from posting",
        "update posting set dated_on = dated_on + 1"
      })
  void nothingOfTheJournalIsEditedNotEvenByItsOwner(String sql) throws SQLException {
    assertThatThrownBy(() -> write(sql)).hasStackTraceContaining("permission denied");
    try (Connection owner = DATABASE.ownerConnection();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("set local entrata.writer = 'sandbox'");
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
    }
  }

  @Test
  void showsEntriesToThoseWhoSeeTheGeneralJournalOfTheProperty() {
    assertThat(seen(new Viewer("sandbox", Set.of("1001"), Set.of("general_journalxxx"))))
        .isPositive();
    assertThat(seen(new Viewer("sandbox", Set.of("1001"), Set.of("ar_paymentsxxx")))).isZero();
    assertThat(seen(new Viewer("sandbox", Set.of("1002"), Set.of("general_journalxxx")))).isZero();
    assertThat(seen(new Viewer("other", Set.of("1001"), Set.of("general_journalxxx")))).isZero();
    assertThat(postings.find("other", KEPT.reference())).isEmpty();
    assertThatThrownBy(() -> postings.append("other", List.of(KEPT)))
        .hasMessageContaining("an entry of sandbox is none of other");
  }

  private static List<Posting> rent(String id, String amount, String day, List<Posting> posted) {
    LedgerTransaction rent = Books.charge(id, "base-rent", amount).on(day).made();
    return PLANNER.ledger(List.of(rent), posted, Periods.OPEN).postings();
  }

  private static String entry(String letter) {
    return """
        insert into posting (company, reference, journal, number, property_id, post_month, posted_on,
          subject, dated_on, currency, transaction_ids, line_count, created_at)
        values ('sandbox', repeat('%s', 64), '%s', 1, '1001', '2026-11-01', '2026-11-01', '',
          '2026-11-01', 'USD', '{1}', 2, now())
        """
        .formatted(letter, letter);
  }

  private static String line(String letter, int number, String side, String amount) {
    return """
        insert into posting_line (company, reference, number, property_id, account, side, amount,
          tracking)
        values ('sandbox', repeat('%s', 64), %d, '1001', '1210', '%s', %s, '{}')
        """
        .formatted(letter, number, side, amount);
  }

  private static void write(String... statements) {
    new TransactionTemplate(DATABASE.transactionManager())
        .executeWithoutResult(
            status -> {
              RowSecurity.write(DATABASE.jdbcClient(), "sandbox");
              for (String sql : statements) {
                DATABASE.jdbcClient().sql(sql).update();
              }
            });
  }

  private static long count(String table) {
    return new TransactionTemplate(DATABASE.transactionManager())
        .execute(
            status -> {
              RowSecurity.write(DATABASE.jdbcClient(), "sandbox");
              return counted(table);
            });
  }

  private static long seen(Viewer viewer) {
    return new TransactionTemplate(DATABASE.transactionManager())
        .execute(
            status -> {
              RowSecurity.view(DATABASE.jdbcClient(), viewer);
              return Math.min(counted("posting"), counted("posting_line"));
            });
  }

  private static long counted(String table) {
    return DATABASE.jdbcClient().sql("select count(*) from " + table).query(Long.class).single();
  }
}
