package dev.camelentrata.accounting.connect;

import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.Viewer;
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

/** Transactions on the connections of one company. */
final class ConnectTransaction {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ConnectTransaction(DataSource dataSource, Clock clock) {
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

  /** One that reads what this viewer sees. */
  <T> T reading(Viewer viewer, Function<JdbcClient, T> action) {
    return transaction.execute(
        status -> {
          RowSecurity.view(jdbc, viewer);
          return action.apply(jdbc);
        });
  }

  Instant instant() {
    return clock.instant();
  }

  OffsetDateTime now() {
    return utc(clock.instant());
  }

  static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
