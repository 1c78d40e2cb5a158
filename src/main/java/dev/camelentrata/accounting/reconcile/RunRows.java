package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reconciliations in PostgreSQL, at most one of a company running. */
final class RunRows {

  private final CompanyRows rows;
  private final Clock clock;

  RunRows(CompanyRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** Begins one; empty if one is running. What runs no more, with its process, has failed. */
  Optional<Reconciliation> begin(
      Scope scope, String trigger, boolean repair, String owner, Duration deadAfter) {
    return rows.in(
        scope.company(),
        () -> {
          failDead(scope.company(), owner, deadAfter);
          return rows.jdbc()
              .sql(
                  """
                  insert into reconciliation (id, company, property_ids, whole, first_day,
                    last_day, trigger, repair, owner, state, started_at, heartbeat_at, progress)
                  values (:id, :company, :properties, :whole, :first, :last, :trigger, :repair,
                    :owner, 'running', :now, :now, 'begins')
                  on conflict (company) where state = 'running' do nothing
                  returning *
                  """)
              .param("id", "rec_" + UUID.randomUUID().toString().replace("-", ""))
              .param("company", scope.company())
              .param("properties", scope.properties())
              .param("whole", scope.whole())
              .param("first", scope.first())
              .param("last", scope.last())
              .param("trigger", trigger)
              .param("repair", repair)
              .param("owner", owner)
              .param("now", now())
              .query(RunRows::run)
              .optional();
        });
  }

  /** Says of those that show no sign of life that they failed. */
  void failDead(String company, String owner, Duration deadAfter) {
    rows.run(
        company,
        () ->
            rows.jdbc()
                .sql(
                    """
                    update reconciliation set state = 'failed', ended_at = ?, progress = null,
                      error = 'The process that made it is gone; start it again.'
                    where company = ? and state = 'running' and owner <> ? and heartbeat_at <= ?
                    """)
                .params(now(), company, owner, now().minus(deadAfter))
                .update());
  }

  Optional<String> running(String company) {
    return rows.in(
        company,
        () ->
            rows.jdbc()
                .sql("select id from reconciliation where company = ? and state = 'running'")
                .param(company)
                .query(String.class)
                .optional());
  }

  /** Tells that it is alive; whether it may go on. */
  boolean alive(String company, String id, long done, String progress) {
    return rows.in(
        company,
        () ->
            rows.jdbc()
                    .sql(
                        """
                        update reconciliation set heartbeat_at = ?, done = ?, progress = ?
                        where company = ? and id = ? and state = 'running'
                        """)
                    .params(now(), done, progress, company, id)
                    .update()
                == 1);
  }

  /** Notes how it ended, in the transaction that is going on; whether it was still running. */
  boolean end(
      Reconciliation run,
      ReconciliationState state,
      String currency,
      List<StepResult> steps,
      VarianceStore.Counts counts,
      String error,
      long done) {
    return rows.jdbc()
            .sql(
                """
                update reconciliation set state = ?, ended_at = ?, progress = null, currency = ?,
                  steps = ?::jsonb, found = ?, explained = ?, resolved = ?, error = ?, done = ?
                where company = ? and id = ? and state = 'running'
                """)
            .params(
                state.slug(),
                now(),
                currency,
                StepJson.write(steps),
                counts.open(),
                counts.explained(),
                counts.resolved(),
                error == null ? null : error.replace('\0', ' '),
                done,
                run.scope().company(),
                run.id())
            .update()
        == 1;
  }

  /** Ends one that broke off. */
  void fail(Reconciliation run, String error, long done) {
    rows.run(
        run.scope().company(),
        () ->
            end(
                run,
                ReconciliationState.FAILED,
                null,
                List.of(),
                new VarianceStore.Counts(0, 0, 0),
                error,
                done));
  }

  void repaired(String company, String id, int count) {
    rows.run(
        company,
        () ->
            rows.jdbc()
                .sql("update reconciliation set repaired = ? where company = ? and id = ?")
                .params(count, company, id)
                .update());
  }

  List<Reconciliation> list(Viewer viewer, ReconciliationState state, Long before, int limit) {
    return view(
        viewer,
        () ->
            rows.jdbc()
                .sql(
                    """
                    select * from reconciliation
                    where company = :company and (:state::text is null or state = :state)
                      and (:before::bigint is null or sequence < :before)
                    order by sequence desc limit :limit
                    """)
                .param("company", viewer.company())
                .param("state", state == null ? null : state.slug())
                .param("before", before)
                .param("limit", limit)
                .query(RunRows::run)
                .list());
  }

  Optional<Reconciliation> find(Viewer viewer, String id) {
    return view(
        viewer,
        () ->
            rows.jdbc()
                .sql("select * from reconciliation where company = ? and id = ?")
                .params(viewer.company(), id)
                .query(RunRows::run)
                .optional());
  }

  private <T> T view(Viewer viewer, Supplier<T> action) {
    return rows.in(
        viewer.company(),
        () -> {
          RowSecurity.view(rows.jdbc(), viewer);
          return action.get();
        });
  }

  private static Reconciliation run(ResultSet row, int number) throws SQLException {
    return new Reconciliation(
        row.getString("id"),
        new Scope(
            row.getString("company"),
            List.of((String[]) row.getArray("property_ids").getArray()),
            row.getBoolean("whole"),
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class)),
        row.getLong("sequence"),
        row.getString("trigger"),
        row.getBoolean("repair"),
        ReconciliationState.ofSlug(row.getString("state")),
        VarianceRow.instant(row, "started_at"),
        VarianceRow.instant(row, "ended_at"),
        row.getLong("done"),
        row.getString("progress"),
        row.getString("currency"),
        StepJson.read(row.getString("steps")),
        row.getInt("found"),
        row.getInt("explained"),
        row.getInt("resolved"),
        row.getInt("repaired"),
        row.getString("error"));
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
