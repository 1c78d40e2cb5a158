package dev.camelentrata.sync;

import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.WriteResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sync runs in PostgreSQL, each step in a transaction of its own, so that it is seen at once. What
 * comes after the end of a run changes nothing.
 */
public final class PostgresSyncRuns implements SyncRuns {

  private static final int LONGEST_ERROR = 500;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public PostgresSyncRuns(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  @Override
  public Optional<SyncRun> begin(
      String company,
      String resource,
      String trigger,
      SyncPlan plan,
      int scopes,
      Duration deadAfter) {
    String id = "run_" + UUID.randomUUID().toString().replace("-", "");
    return ofCompany(
        company,
        () -> {
          OffsetDateTime now = now();
          jdbc.sql(
                  """
                  update sync_run set state = 'failed', ended_at = :now,
                    errors = errors || array['The process that ran it is gone.']
                  where company = :company and resource = :resource and state = 'running'
                    and heartbeat_at < :dead
                  """)
              .param("now", now)
              .param("company", company)
              .param("resource", resource)
              .param("dead", now.minus(deadAfter))
              .update();
          return jdbc.sql(
                  """
                  insert into sync_run
                    (id, company, resource, trigger, mode, strategy, state, started_at,
                     heartbeat_at, scopes)
                  values (:id, :company, :resource, :trigger, :mode, :strategy, 'running', :now,
                    :now, :scopes)
                  on conflict (company, resource) where state = 'running' do nothing
                  returning *
                  """)
              .param("id", id)
              .param("company", company)
              .param("resource", resource)
              .param("trigger", trigger)
              .param("mode", plan.mode().word())
              .param("strategy", plan.strategy())
              .param("now", now)
              .param("scopes", scopes)
              .query(SyncRunRow::run)
              .optional();
        });
  }

  @Override
  public SyncRun done(String id, WriteResult result) {
    return change(
        id,
        jdbc.sql(
                """
                update sync_run set heartbeat_at = :now, done = done + 1, seen = seen + :seen,
                  added = added + :added, changed = changed + :changed,
                  removed = removed + :removed
                where id = :id and state = 'running' returning *
                """)
            .param("seen", result.seen())
            .param("added", result.added())
            .param("changed", result.changed())
            .param("removed", result.removed()));
  }

  /** Keeps the first hundred errors. */
  @Override
  public SyncRun missed(String id, String propertyId, String error) {
    return change(
        id,
        jdbc.sql(
                """
                update sync_run set heartbeat_at = :now,
                  missing = case when :property::text is null or :property = any (missing)
                    then missing else array_append(missing, :property) end,
                  errors = case when cardinality(errors) < 100
                    then array_append(errors, :error) else errors end
                where id = :id and state = 'running' returning *
                """)
            .param("property", propertyId)
            .param("error", stored(error)));
  }

  private static String stored(String words) {
    String text = words.replace('\0', ' ');
    return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
  }

  @Override
  public SyncRun fellBack(String id, String note) {
    return change(
        id,
        jdbc.sql(
                """
                update sync_run set heartbeat_at = :now, strategy = 'replay',
                  notes = array_append(notes, :note)
                where id = :id and state = 'running' returning *
                """)
            .param("note", stored(note)));
  }

  @Override
  public void owe(String company, String resource) {
    ofCompany(
        company,
        () ->
            jdbc.sql(
                    """
                    insert into sync_due (company, resource, due_at)
                    values (:company, :resource, :now)
                    on conflict (company, resource) do update set due_at = excluded.due_at
                    """)
                .param("company", company)
                .param("resource", resource)
                .param("now", now())
                .update());
  }

  @Override
  public Optional<Instant> changesSince(String company, String resource) {
    return ofCompany(
            company,
            () ->
                jdbc.sql(
                        """
                        select max(r.started_at)
                        from sync_run r
                        where r.company = :company and r.resource = :resource
                          and r.state = 'succeeded'
                        having max(r.started_at) filter (where r.mode = 'complete')
                          >= coalesce((select due_at from sync_due
                               where company = :company and resource = :resource), '-infinity')
                        """)
                    .param("company", company)
                    .param("resource", resource)
                    .query(OffsetDateTime.class)
                    .optional())
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public SyncRun end(String id) {
    return change(
        id,
        jdbc.sql(
            """
            update sync_run set heartbeat_at = :now, ended_at = :now,
              state = case
                when done = 0 and (scopes > 0 or errors <> '{}') then 'failed'
                when done < scopes or errors <> '{}' then 'partial'
                else 'succeeded' end
            where id = :id and state = 'running' returning *
            """));
  }

  @Override
  public Optional<SyncRun> find(String company, String id) {
    return ofCompany(
        company,
        () ->
            jdbc.sql("select * from sync_run where company = :company and id = :id")
                .param("company", company)
                .param("id", id)
                .query(SyncRunRow::run)
                .optional());
  }

  @Override
  public List<SyncRun> list(
      String company, String resource, String state, String before, int limit) {
    return ofCompany(
        company,
        () ->
            jdbc.sql(
                    """
                    select * from sync_run
                    where company = :company
                      and (:resource::text is null or resource = :resource)
                      and (:state::text is null or state = :state)
                      and (:before::text is null or (started_at, id) <
                        (select started_at, id from sync_run
                          where company = :company and id = :before))
                    order by started_at desc, id desc limit :limit
                    """)
                .param("company", company)
                .param("resource", resource)
                .param("state", state)
                .param("before", before)
                .param("limit", limit)
                .query(SyncRunRow::run)
                .list());
  }

  private <T> T ofCompany(String company, Supplier<T> action) {
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          return action.get();
        });
  }

  private SyncRun change(String id, JdbcClient.StatementSpec update) {
    return transaction.execute(
        status -> {
          jdbc.sql("select set_config('entrata.run', :id, true)").param("id", id).query(row -> {});
          return update
              .param("id", id)
              .param("now", now())
              .query(SyncRunRow::run)
              .optional()
              .or(() -> ended(id))
              .orElseThrow(() -> new NoSuchElementException("there is no sync run " + id));
        });
  }

  private Optional<SyncRun> ended(String id) {
    return jdbc.sql("select * from sync_run where id = :id")
        .param("id", id)
        .query(SyncRunRow::run)
        .optional();
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
