package dev.camelentrata.accounting.system;

import dev.camelentrata.mirror.RowSecurity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The calls to one organisation's books, in PostgreSQL and by its clock, so that all replicas count
 * alike.
 */
final class CallLog {

  private static final String OURS =
      " company = :company and system = :system and tenant = :tenant ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final String company;
  private final String system;
  private final String tenant;
  private final SystemLimits limits;

  CallLog(DataSource database, Connection connection, SystemLimits limits) {
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.company = connection.company();
    this.system = connection.system().slug();
    this.tenant = connection.tenant();
    this.limits = limits;
  }

  /**
   * What asking for a call came to.
   *
   * @param id the call's; null if there was no turn
   * @param pause how long until there may be one
   * @param known whether that is certain, or depends on when a call ends
   */
  record Asked(Long id, CallKind kind, Duration pause, boolean known, String reason) {

    private static Asked sooner(Asked one, Asked other) {
      if (one == null
          || !other.known()
          || one.known() && other.pause().compareTo(one.pause()) < 0) {
        return other;
      }
      return one;
    }
  }

  /** Writes down a call of the first of these kinds that has room. */
  Asked ask(List<CallKind> kinds) {
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          Asked closed = lock();
          if (closed != null) {
            return closed;
          }
          forget();
          Asked soonest = null;
          for (CallKind kind : kinds) {
            Asked asked = room(kind);
            if (asked == null) {
              return new Asked(begin(kind), kind, Duration.ZERO, true, null);
            }
            soonest = Asked.sooner(soonest, asked);
          }
          return soonest;
        });
  }

  /** One replica at a time; what the system said itself holds before what was counted. */
  private Asked lock() {
    String lock =
        "select coalesce(extract(epoch from closed_until - clock_timestamp()) * 1000, 0)::bigint,"
            + " reason from accounting_gate where"
            + OURS
            + "for update";
    List<Asked> found = sql(lock).query(CallLog::closed).list();
    if (found.isEmpty()) {
      sql("insert into accounting_gate (company, system, tenant) values (:company, :system, :tenant)"
              + " on conflict do nothing")
          .update();
      found = sql(lock).query(CallLog::closed).list();
    }
    Asked closed = found.get(0);
    return closed.pause().isZero() ? null : closed;
  }

  private static Asked closed(ResultSet row, int number) throws SQLException {
    long millis = Math.max(0, row.getLong(1));
    return new Asked(null, null, Duration.ofMillis(millis), true, row.getString(2));
  }

  private void forget() {
    sql("update accounting_call set ended_at = leased_until where"
            + OURS
            + "and ended_at is null and leased_until < clock_timestamp()")
        .update();
    sql("delete from accounting_call where"
            + OURS
            + "and ended_at < clock_timestamp() - :memory * interval '1 ms'")
        .param("memory", limits.memory().toMillis())
        .update();
  }

  /** Null if one more call of this kind fits into all windows. */
  private Asked room(CallKind kind) {
    long running =
        sql("select count(*) from accounting_call where" + OURS + "and ended_at is null")
            .query(Long.class)
            .single();
    if (running >= limits.concurrent()) {
      return new Asked(null, kind, limits.pulse(), false, "all calls at once are under way");
    }
    Asked latest = null;
    for (SystemLimits.Window window : limits.windows()) {
      if (window.kind() == null || window.kind() == kind) {
        Asked asked = room(kind, window);
        if (asked != null && (latest == null || asked.pause().compareTo(latest.pause()) > 0)) {
          latest = asked;
        }
      }
    }
    return latest;
  }

  /** As many calls back as the window holds: if that one is still in it, the window is full. */
  private Asked room(CallKind kind, SystemLimits.Window window) {
    return sql("select ceil(extract(epoch from ended_at + :length * interval '1 ms'"
            + " - clock_timestamp()) * 1000)::bigint from accounting_call where"
            + OURS
            + "and (ended_at is null or ended_at > clock_timestamp() - :length * interval '1 ms')"
            + (window.kind() == null ? "" : " and kind = '" + window.kind().slug() + "'")
            + " order by ended_at desc nulls first offset :most limit 1")
        .param("length", window.length().toMillis())
        .param("most", window.calls() - 1)
        .query(
            (row, number) -> {
              long millis = row.getLong(1);
              boolean running = row.wasNull();
              return new Asked(
                  null,
                  kind,
                  running ? limits.pulse() : Duration.ofMillis(Math.max(1, millis)),
                  !running,
                  window.calls() + " calls in " + window.length().toSeconds() + " s are made");
            })
        .optional()
        .orElse(null);
  }

  private long begin(CallKind kind) {
    return sql("insert into accounting_call (company, system, tenant, kind, leased_until)"
            + " values (:company, :system, :tenant, :kind,"
            + " clock_timestamp() + :lease * interval '1 ms') returning id")
        .param("kind", kind.slug())
        .param("lease", limits.longest().plusSeconds(30).toMillis())
        .query(Long.class)
        .single();
  }

  /** The call is over. */
  void end(long id) {
    transaction.executeWithoutResult(
        status -> {
          RowSecurity.write(jdbc, company);
          sql("update accounting_call set ended_at = clock_timestamp() where"
                  + OURS
                  + "and id = :id and ended_at is null")
              .param("id", id)
              .update();
        });
  }

  /** Nobody calls for so long, unless it is closed for longer already. */
  void shut(Duration wait, String reason) {
    transaction.executeWithoutResult(
        status -> {
          RowSecurity.write(jdbc, company);
          sql("update accounting_gate set reason = :reason,"
                  + " closed_until = clock_timestamp() + :wait * interval '1 ms' where"
                  + OURS
                  + "and coalesce(closed_until, '-infinity')"
                  + " < clock_timestamp() + :wait * interval '1 ms'")
              .param("reason", reason)
              .param("wait", wait.toMillis())
              .update();
        });
  }

  /** How many calls are in a window of this length. */
  long within(Duration length) {
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          return (sql("select count(*) from accounting_call where"
                  + OURS
                  + "and (ended_at is null"
                  + " or ended_at > clock_timestamp() - :length * interval '1 ms')")
              .param("length", length.toMillis())
              .query(Long.class)
              .single());
        });
  }

  private JdbcClient.StatementSpec sql(String sql) {
    return jdbc.sql(sql).param("company", company).param("system", system).param("tenant", tenant);
  }
}
