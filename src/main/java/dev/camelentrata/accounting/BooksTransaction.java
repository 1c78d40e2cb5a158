package dev.camelentrata.accounting;

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

/** Transactions on the books of one company. Safe for many threads. */
public final class BooksTransaction {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public BooksTransaction(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
  }

  /** One that writes, within the one that is going on if there is one. */
  public <T> T of(String company, Function<JdbcClient, T> action) {
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          return action.apply(jdbc);
        });
  }

  /** One that reads what this viewer sees; not within another one. */
  public <T> T reading(Viewer viewer, Function<JdbcClient, T> action) {
    return transaction.execute(
        status -> {
          RowSecurity.view(jdbc, viewer);
          return action.apply(jdbc);
        });
  }

  /** As exact as PostgreSQL keeps it. */
  public OffsetDateTime now() {
    return instant().atOffset(ZoneOffset.UTC);
  }

  public Instant instant() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
