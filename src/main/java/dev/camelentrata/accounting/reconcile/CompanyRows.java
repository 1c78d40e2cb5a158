package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.mirror.RowSecurity;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads and writes rows of one company at a time. Safe for use by many threads. */
final class CompanyRows {

  /** Rows that come from the server at a time. */
  private static final int FETCH = 2_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TransactionTemplate snapshot;

  CompanyRows(DataSource dataSource) {
    JdbcTemplate template = new JdbcTemplate(dataSource);
    template.setFetchSize(FETCH);
    this.jdbc = JdbcClient.create(template);
    JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    this.transaction = new TransactionTemplate(transactions);
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  /** In one transaction that sees and writes this company's rows. */
  <T> T in(String company, Supplier<T> action) {
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          return action.get();
        });
  }

  /** In one transaction that sees all as it was at its first query. */
  <T> T snapshot(String company, Supplier<T> action) {
    return snapshot.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          return action.get();
        });
  }

  void run(String company, Runnable action) {
    in(
        company,
        () -> {
          action.run();
          return null;
        });
  }
}
