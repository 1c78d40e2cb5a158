package dev.camelentrata.ingest;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What this process has taken, in a table that all replicas share. A claim is leased for a while
 * and renewed as long as the process lives; leases are measured by the database's clock. Safe for
 * use by many threads.
 */
final class ReportClaims implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReportClaims.class);

  /** What is claimed: where a file lies, or what is in it. */
  enum Kind {
    PLACE("place"),
    CONTENT("content");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  private final JdbcClient jdbc;
  private final double leaseSeconds;
  private final String owner = UUID.randomUUID().toString();
  private final AtomicInteger held = new AtomicInteger();
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "entrata-ingest-claims");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Begins to renew what will be claimed.
   *
   * @param alone whether no other process claims anything, so that whatever is claimed was left by
   *     a dead one
   */
  ReportClaims(DataSource pool, Duration lease, boolean alone) {
    this.jdbc = JdbcClient.create(pool);
    this.leaseSeconds = lease.toMillis() / 1000.0;
    if (alone) {
      jdbc.sql("delete from ingest_file where leased_until is not null").update();
    }
    long pause = Math.max(1, lease.toMillis() / 3);
    renewal.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
  }

  /** Takes what nobody has taken, or whose taker is dead; false if it was taken. */
  boolean claim(Kind kind, String key) {
    boolean claimed =
        jdbc.sql(
                    """
                insert into ingest_file (kind, key, owner, leased_until)
                values (?, ?, ?, now() + make_interval(secs => ?))
                on conflict (kind, key) do update
                set owner = excluded.owner, leased_until = excluded.leased_until,
                    created_at = now()
                where ingest_file.leased_until < now()
                """)
                .params(kind.text, key, owner, leaseSeconds)
                .update()
            == 1;
    if (claimed) {
      held.incrementAndGet();
    }
    return claimed;
  }

  /** Whether somebody has taken it, for good or for now. */
  boolean taken(Kind kind, String key) {
    return exists(kind, key, "leased_until is null or leased_until >= now()");
  }

  /** Whether it is taken for good. */
  boolean settled(Kind kind, String key) {
    return exists(kind, key, "leased_until is null");
  }

  private boolean exists(Kind kind, String key, String condition) {
    return jdbc.sql(
            "select exists (select 1 from ingest_file where kind = ? and key = ? and ("
                + condition
                + "))")
        .params(kind.text, key)
        .query(Boolean.class)
        .single();
  }

  /** Makes this process's claim last for good. */
  void settle(Kind kind, String key) {
    count(
        jdbc.sql(
                """
                update ingest_file set leased_until = null
                where kind = ? and key = ? and owner = ? and leased_until is not null
                """)
            .params(kind.text, key, owner)
            .update());
  }

  /** Gives up this process's claim; what others have taken or what is settled stays. */
  void release(Kind kind, String key) {
    count(
        jdbc.sql(
                """
                delete from ingest_file
                where kind = ? and key = ? and owner = ? and leased_until is not null
                """)
            .params(kind.text, key, owner)
            .update());
  }

  private void count(int ended) {
    held.addAndGet(-ended);
  }

  private void renew() {
    if (held.get() <= 0) {
      return;
    }
    try {
      jdbc.sql(
              """
              update ingest_file set leased_until = now() + make_interval(secs => ?)
              where owner = ? and leased_until is not null
              """)
          .params(leaseSeconds, owner)
          .update();
    } catch (RuntimeException e) {
      LOG.warn("Claims on report files could not be renewed; tried again soon: {}", e.toString());
    }
  }

  /** Ends the renewal; what is still claimed is free when its lease is over. */
  @Override
  public void close() {
    renewal.shutdownNow();
  }
}
