package dev.camelentrata.webhook;

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

/** Transactions that write the webhooks of one company. */
final class WebhookTransaction {

  private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

  private static final String TOGETHER =
      """
      select pg_advisory_xact_lock_shared(hashtextextended(?, 0)),
        set_config('enable_nestloop', 'off', true)
      """;

  /**
   * How statements of the queue are planned: anew each time, and only by indexes that find single
   * rows. The queue grows from nothing to very much within seconds, so that to a planner who knows
   * the numbers of before all of it looks like one row.
   */
  private static final String PLANS =
      """
      select set_config('plan_cache_mode', 'force_custom_plan', true),
        set_config('enable_bitmapscan', 'off', true)
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  WebhookTransaction(DataSource dataSource, Clock clock) {
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

  /** One that works on the queue. */
  <T> T queue(String company, Function<JdbcClient, T> action) {
    return of(
        company,
        ours -> {
          ours.sql(PLANS).query(rows -> {});
          return action.apply(ours);
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

  /**
   * One that adds deliveries, or begins one anew. It and those that end deliveries exclude each
   * other, so that of every thing exactly the first delivery is not held.
   */
  <T> T adding(String company, Function<JdbcClient, T> action) {
    return locked(company, ALONE, action);
  }

  /** Makes a transaction of the company one that adds deliveries, from here on. */
  static void add(JdbcClient jdbc, String company) {
    jdbc.sql(ALONE).param("webhooks " + company).query(rows -> {});
  }

  /** One that ends deliveries; any number of them go side by side. */
  <T> T ending(String company, Function<JdbcClient, T> action) {
    return locked(company, TOGETHER, action);
  }

  private <T> T locked(String company, String lock, Function<JdbcClient, T> action) {
    return queue(
        company,
        ours -> {
          ours.sql(lock).param("webhooks " + company).query(rows -> {});
          return action.apply(ours);
        });
  }

  OffsetDateTime now() {
    return utc(clock.instant());
  }

  static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
