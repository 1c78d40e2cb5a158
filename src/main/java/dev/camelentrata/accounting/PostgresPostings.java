package dev.camelentrata.accounting;

import dev.camelentrata.mirror.RowSecurity;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal in PostgreSQL, which checks the balance of every entry itself. */
final class PostgresPostings implements Postings {

  private static final String ADD =
      """
      insert into posting (company, reference, journal, number, property_id, post_month, posted_on,
        subject, dated_on, adjusts, currency, transaction_ids, line_count, created_at,
        document)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      on conflict do nothing
      """;

  private static final String ADD_LINE =
      """
      insert into posting_line (company, reference, number, property_id, account, side, amount,
        charge_code, tax_code, class, tracking)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      """;

  private final JdbcTemplate batches;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final PostingRows rows;
  private final Clock clock;

  PostgresPostings(DataSource dataSource, Clock clock) {
    this.batches = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.rows = new PostingRows(jdbc);
    this.clock = clock;
  }

  @Override
  public int append(String company, List<Posting> postings) {
    return as(company, () -> postings.stream().mapToInt(posting -> add(company, posting)).sum());
  }

  private int add(String company, Posting posting) {
    if (!posting.company().equals(company)) {
      throw new IllegalArgumentException(
          "an entry of " + posting.company() + " is none of " + company);
    }
    PostingReference reference = posting.reference();
    JournalKey journal = posting.journal();
    int added =
        jdbc.sql(ADD)
            .param(company)
            .param(reference.digest())
            .param(journal.text())
            .param(posting.number())
            .param(journal.propertyId())
            .param(journal.postMonth().atDay(1))
            .param(journal.postedOn())
            .param(journal.subject())
            .param(posting.date())
            .param(posting.adjusts() == null ? null : posting.adjusts().digest())
            .param(posting.currency())
            .param(posting.transactionIds().toArray(String[]::new))
            .param(posting.lines().size())
            .param(now())
            .param(posting.document() == null ? null : SalesJson.write(posting.document()))
            .update();
    if (added == 0 && rows.withReferences(company, List.of(reference)).isEmpty()) {
      throw new PostingConflictException(posting);
    }
    if (added == 1) {
      addLines(company, posting, reference);
      addTransactions(company, posting);
    }
    return added;
  }

  private void addLines(String company, Posting posting, PostingReference reference) {
    List<PostingLine> lines = posting.lines();
    batches.batchUpdate(
        ADD_LINE,
        IntStream.range(0, lines.size())
            .mapToObj(
                i -> PostingRows.line(company, reference, posting.journal(), i + 1, lines.get(i)))
            .toList());
  }

  private void addTransactions(String company, Posting posting) {
    JournalKey journal = posting.journal();
    jdbc.sql(
            """
            insert into posting_transaction (company, transaction_id, property_id, post_month, posted_on)
            select ?, t, ?, ?, ? from unnest(?::text[]) t on conflict do nothing
            """)
        .params(
            company,
            journal.propertyId(),
            journal.postMonth().atDay(1),
            journal.postedOn(),
            posting.transactionIds().toArray(String[]::new))
        .update();
  }

  @Override
  public List<StoredPosting> ofDays(String company, Collection<PostingDay> days) {
    return as(company, () -> rows.ofDays(company, days));
  }

  @Override
  public List<StoredPosting> withReferences(
      String company, Collection<PostingReference> references) {
    return as(company, () -> rows.withReferences(company, references));
  }

  private <T> T as(String company, Supplier<T> action) {
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          return action.get();
        });
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
