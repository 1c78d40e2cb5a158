package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.accounting.Booking;
import dev.camelentrata.accounting.BooksTransaction;
import dev.camelentrata.accounting.Dimensions;
import dev.camelentrata.accounting.JournalKey;
import dev.camelentrata.accounting.Posting;
import dev.camelentrata.accounting.PostingLine;
import dev.camelentrata.accounting.Postings;
import dev.camelentrata.accounting.Side;
import dev.camelentrata.accounting.post.AccountingBeans;
import dev.camelentrata.accounting.post.AccountingSettings;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.AccountingSystems;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.deadletter.DeadLetter;
import dev.camelentrata.deadletter.DeadLetterBeans;
import dev.camelentrata.deadletter.DeadLetterQuery;
import dev.camelentrata.deadletter.DeadLetterSettings;
import dev.camelentrata.deadletter.DeadLetterState;
import dev.camelentrata.deadletter.DeadLetters;
import dev.camelentrata.deadletter.NotReplayableException;
import dev.camelentrata.deadletter.ReplayCaller;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.model.Money;
import dev.camelentrata.security.AesSecretBox;
import dev.camelentrata.security.MasterKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeadPostingsIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final Viewer VIEWER =
      new Viewer("sandbox", Set.of("1001"), Set.of("general_journalxxx", "users_groupsxxx"));

  private final Clock clock = Clock.systemUTC();
  private DeadLetters letters;
  private DeadPostings dead;
  private AccountingBeans accounting;

  @BeforeEach
  void open() {
    letters =
        new DeadLetterBeans(
                new DefaultCamelContext(),
                DATABASE.dataSource(),
                new AesSecretBox(MasterKey.random()),
                new DeadLetterSettings(Set.of("sandbox"), 1000, Duration.ofHours(24)),
                clock)
            .letters();
    dead = new DeadPostings(letters, () -> accounting);
    accounting =
        AccountingBeans.of(
            new DefaultCamelContext(),
            DATABASE.dataSource(),
            new NoSystems(),
            dead,
            new AccountingSettings(
                true,
                Set.of("sandbox"),
                Path.of("routes", "accounting", "charge-codes.yaml"),
                Optional.empty(),
                1,
                Duration.ofMinutes(4),
                Duration.ofMinutes(2),
                false),
            clock);
  }

  @AfterEach
  void close() {
    accounting.close();
  }

  private record NoSystems() implements AccountingSystems {
    @Override
    public List<Connection> connections(String company) {
      return List.of();
    }

    @Override
    public Optional<AccountingSystem> system(String company, String connectionId) {
      return Optional.empty();
    }
  }

  @Test
  void keepsOneLetterForAllThatIsStoppedOfAPropertyUntilNothingIs() {
    dead.stopped("sandbox", "1001", 1, List.of("add the line a"));
    dead.stopped("sandbox", "1001", 2, List.of("add the line a", "add the line b"));

    DeadLetter letter = only("property/1001");
    assertThat(letter.error()).isEqualTo("2 entries: add the line a\nadd the line b");
    assertThatThrownBy(() -> dead.replay(letter, null, new ReplayCaller(VIEWER, "ps_1")))
        .isInstanceOf(NotReplayableException.class)
        .hasMessageContaining("Nothing of the property is stopped");

    dead.resumed("sandbox", "1001");
    assertThat(only("property/1001").state()).isEqualTo(DeadLetterState.SETTLED);
  }

  @Test
  void hasARefusedEntrySentAgainOnce() {
    Posting posting = posting();
    Postings.of(DATABASE.dataSource(), clock).append("sandbox", List.of(posting));
    String digest = posting.reference().digest();
    new BooksTransaction(DATABASE.dataSource(), clock)
        .of(
            "sandbox",
            jdbc ->
                jdbc.sql(
                        """
                        insert into posting_delivery (company, connection_id, reference, property_id,
                          sequence, state, error, next_attempt_at, changed_at)
                        values ('sandbox', 'acn_1', ?, '1001', 1, 'failed', 'archived', now(), now())
                        """)
                    .param(digest)
                    .update());
    dead.failed("acn_1", posting, "account 4010 is archived", 1);
    DeadLetter letter = only("entry/acn_1/" + digest);
    assertThat(letter.description()).contains(posting.reference().docNumber());

    dead.replay(letter, null, new ReplayCaller(VIEWER, "ps_1"));

    assertThat(
            accounting
                .queries()
                .find(VIEWER, posting.reference())
                .orElseThrow()
                .deliveries()
                .get(0)
                .state()
                .slug())
        .isEqualTo("pending");
    assertThatThrownBy(() -> dead.replay(letter, null, new ReplayCaller(VIEWER, "ps_1")))
        .isInstanceOf(NotReplayableException.class)
        .hasMessageContaining("on its way again");
    dead.confirmed("sandbox", "acn_1", digest);
    assertThat(only("entry/acn_1/" + digest).state()).isEqualTo(DeadLetterState.SETTLED);
  }

  private static Posting posting() {
    LocalDate day = LocalDate.parse("2026-11-03");
    Money amount = Money.of("900.00", "USD");
    Dimensions none = new Dimensions(null, Map.of());
    return new Posting(
        "sandbox",
        new JournalKey("1001", YearMonth.from(day), day, ""),
        1,
        day,
        null,
        List.of(
            new PostingLine(new Booking("1210", null, null, none), Side.DEBIT, amount),
            new PostingLine(new Booking("4010", null, null, none), Side.CREDIT, amount)),
        List.of("1"));
  }

  private DeadLetter only(String ref) {
    List<DeadLetter> found =
        letters
            .list(VIEWER, new DeadLetterQuery(null, null, null, null, null, null), null, 100)
            .stream()
            .filter(letter -> letter.ref().equals(ref))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
