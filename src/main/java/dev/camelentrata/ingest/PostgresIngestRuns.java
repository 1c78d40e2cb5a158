package dev.camelentrata.ingest;

import dev.camelentrata.mirror.RowSecurity;
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

/** Ingest runs in PostgreSQL; all but the end in transactions of their own, seen at once. */
public final class PostgresIngestRuns implements IngestRuns {

  private final JdbcClient jdbc;
  private final TransactionTemplate alone;
  private final TransactionTemplate joining;
  private final Clock clock;

  public PostgresIngestRuns(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.joining = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.alone = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  @Override
  public Optional<IngestRun> begin(NewRun run, Duration deadAfter) {
    return in(
        alone,
        run.company(),
        () -> {
          OffsetDateTime now = now();
          jdbc.sql(
                  """
                  update ingest_run set state = 'failed', ended_at = :now, problem = 'broken-off',
                    problem_detail = 'The process that took it in is gone.'
                  where company = :company and checksum = :checksum and state = 'running'
                    and owner <> :owner and heartbeat_at <= :dead
                  """)
              .param("now", now)
              .param("company", run.company())
              .param("checksum", run.checksum())
              .param("owner", run.owner())
              .param("dead", now.minus(deadAfter))
              .update();
          return jdbc.sql(
                  """
                  insert into ingest_run (id, company, source, file, checksum, bytes, definitions,
                    owner, state, started_at, heartbeat_at)
                  values (:id, :company, :source, :file, :checksum, :bytes, :definitions, :owner,
                    'running', :now, :now)
                  on conflict (company, checksum) where state = 'running' do nothing
                  returning *
                  """)
              .param("id", "ing_" + UUID.randomUUID().toString().replace("-", ""))
              .param("company", run.company())
              .param("source", run.source())
              .param("file", run.file())
              .param("checksum", run.checksum())
              .param("bytes", run.bytes())
              .param("definitions", run.definitions())
              .param("owner", run.owner())
              .param("now", now)
              .query(IngestRunRow::run)
              .optional();
        });
  }

  @Override
  public Optional<IngestRun> landed(String company, String checksum, String definitions) {
    return in(
        alone,
        company,
        () ->
            jdbc.sql(
                    """
                    select * from ingest_run
                    where company = ? and checksum = ? and definitions = ?
                      and state in ('succeeded', 'older') and rows_unmatched = 0
                    order by started_at desc limit 1
                    """)
                .params(company, checksum, definitions)
                .query(IngestRunRow::run)
                .optional());
  }

  @Override
  public void progress(String company, String id, int percent, long read) {
    in(
        alone,
        company,
        () ->
            jdbc.sql(
                    """
                    update ingest_run set heartbeat_at = ?, percent = ?, rows_read = ?
                    where company = ? and id = ? and state = 'running'
                    """)
                .params(now(), percent, read, company, id)
                .update());
  }

  @Override
  public IngestRun end(String company, String id, IngestEnd end) {
    IngestCounts counts = end.counts();
    return in(
        joining,
        company,
        () ->
            jdbc.sql(
                    """
                    update ingest_run set state = ?, ended_at = ?, percent = ?, reports = ?,
                      as_of = ?, rows_read = ?, rows_added = ?, rows_changed = ?,
                      rows_unchanged = ?, rows_older = ?, rows_unmatched = ?, rows_rejected = ?,
                      unknown_columns = ?, notes = ?, problem = ?, problem_detail = ?
                    where company = ? and id = ? and state = 'running' returning *
                    """)
                .params(
                    end.state().slug(),
                    now(),
                    end.problem() == null ? 100 : 0,
                    texts(end.reports()),
                    end.asOf() == null ? null : utc(end.asOf()),
                    counts.read(),
                    counts.added(),
                    counts.changed(),
                    counts.unchanged(),
                    counts.older(),
                    counts.unmatched(),
                    counts.rejected(),
                    texts(end.unknownColumns()),
                    texts(end.notes()),
                    end.problem(),
                    end.problemDetail() == null ? null : end.problemDetail().replace('\0', ' '),
                    company,
                    id)
                .query(IngestRunRow::run)
                .optional()
                .orElseThrow(
                    () -> new NoSuchElementException("there is no running ingest run " + id)));
  }

  @Override
  public Optional<IngestRun> find(String company, String id) {
    return in(
        alone,
        company,
        () ->
            jdbc.sql("select * from ingest_run where company = ? and id = ?")
                .params(company, id)
                .query(IngestRunRow::run)
                .optional());
  }

  @Override
  public List<IngestRun> list(
      String company, String state, String report, String before, int limit) {
    return in(
        alone,
        company,
        () ->
            jdbc.sql(
                    """
                    select * from ingest_run
                    where company = :company
                      and (:state::text is null or state = :state)
                      and (:report::text is null or :report = any (reports))
                      and (:before::text is null or (started_at, id) <
                        (select started_at, id from ingest_run
                          where company = :company and id = :before))
                    order by started_at desc, id desc limit :limit
                    """)
                .param("company", company)
                .param("state", state)
                .param("report", report)
                .param("before", before)
                .param("limit", limit)
                .query(IngestRunRow::run)
                .list());
  }

  private <T> T in(TransactionTemplate transaction, String company, Supplier<T> action) {
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          return action.get();
        });
  }

  private static String[] texts(List<String> list) {
    return list.toArray(String[]::new);
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
