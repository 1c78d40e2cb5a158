package dev.camelentrata.submission;

import dev.camelentrata.event.EventWriter;
import dev.camelentrata.mirror.RowSecurity;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that write the submissions of one company, with their events. */
final class SubmissionTransaction {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SubmissionTransaction(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
  }

  <T> T of(String company, Function<JdbcClient, T> action) {
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          return action.apply(jdbc);
        });
  }

  /** Tells the others how a submission stands now; to be called within a transaction. */
  void event(Submission submission, String after) {
    record Counted(int events, String module) {}
    Counted counted =
        jdbc.sql("update submission set events = events + 1 where id = ? returning events, module")
            .param(submission.id())
            .query((row, number) -> new Counted(row.getInt(1), row.getString(2)))
            .single();
    EventWriter.write(
        jdbc,
        new EventWriter.NewEvent(
            "submission." + submission.state().slug(),
            submission.company(),
            submission.propertyId(),
            "submission",
            submission.id(),
            counted.events(),
            counted.module(),
            null,
            after),
        clock.instant());
  }

  OffsetDateTime now() {
    return utc(clock.instant());
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
