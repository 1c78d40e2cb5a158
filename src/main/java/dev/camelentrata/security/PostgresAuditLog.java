package dev.camelentrata.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The audit log in PostgreSQL, one chain over all replicas; what threads append at the same time is
 * committed together. Safe for use by many threads. An entry stays even when the transaction of its
 * caller is rolled back.
 */
public final class PostgresAuditLog implements AuditLog {

  private static final byte[] BEFORE_THE_FIRST = new byte[32];
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicReference<YearMonth> partitioned = new AtomicReference<>();
  private final WrittenTogether<AuditEntry> together = new WrittenTogether<>(this::write);

  public PostgresAuditLog(
      JdbcClient jdbc, PlatformTransactionManager transactionManager, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactionManager);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  @Override
  public void append(
      String actor,
      String action,
      String subject,
      String remote,
      String outcome,
      Map<String, String> details) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ensurePartition(YearMonth.from(now.atOffset(ZoneOffset.UTC)));
    together.add(
        new AuditEntry(0, now, actor, action, subject, remote, outcome, new TreeMap<>(details)));
  }

  private void write(List<AuditEntry> entries) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select pg_advisory_xact_lock(hashtextextended('audit-log', 0))")
              .query(rows -> {});
          AuditRow last = last();
          for (AuditEntry each : entries) {
            AuditEntry entry = each.numbered(last.id() + 1);
            byte[] hash = entry.hash(last.hash());
            insert(entry, last.hash(), hash);
            last = new AuditRow(entry.id(), hash);
          }
        });
  }

  /** Walks the whole chain; takes about a second for every hundred thousand entries. */
  public AuditCheck verify() {
    return AuditChain.check(jdbc, BEFORE_THE_FIRST);
  }

  private record AuditRow(long id, byte[] hash) {}

  private AuditRow last() {
    return jdbc.sql("select id, hash from audit_entry order by id desc limit 1")
        .query((row, number) -> new AuditRow(row.getLong(1), row.getBytes(2)))
        .optional()
        .orElse(new AuditRow(0, BEFORE_THE_FIRST));
  }

  private void insert(AuditEntry entry, byte[] previous, byte[] hash) {
    jdbc.sql(
            """
            insert into audit_entry
              (id, at, actor, action, subject, remote, outcome, details, previous_hash, hash)
            values
              (:id, :at, :actor, :action, :subject, :remote, :outcome, :details::jsonb,
               :previous, :hash)
            """)
        .param("id", entry.id())
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("actor", entry.actor())
        .param("action", entry.action())
        .param("subject", entry.subject())
        .param("remote", entry.remote())
        .param("outcome", entry.outcome())
        .param("details", json(entry))
        .param("previous", previous)
        .param("hash", hash)
        .update();
  }

  private void ensurePartition(YearMonth month) {
    if (!month.equals(partitioned.get())) {
      jdbc.sql("select ensure_audit_partition(:month)")
          .param("month", month.atDay(1))
          .query(rows -> {});
      partitioned.set(month);
    }
  }

  private static String json(AuditEntry entry) {
    try {
      return JSON.writeValueAsString(entry.details());
    } catch (JsonProcessingException e) {
      throw new SecurityStateException("Cannot write the details of an audit entry", e);
    }
  }
}
