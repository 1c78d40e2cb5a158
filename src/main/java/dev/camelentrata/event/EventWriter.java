package dev.camelentrata.event;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes events of what is no part of the mirror, in the transaction that changes it, after {@code
 * RowSecurity.write}.
 */
public final class EventWriter {

  private EventWriter() {}

  /**
   * An event to be written.
   *
   * @param propertyId null for what belongs to no property
   * @param sequence counts the events of this one entity from 1
   * @param module the portal module that a viewer needs; null for none
   * @param before a JSON object, or null
   * @param after a JSON object, or null
   */
  public record NewEvent(
      String type,
      String company,
      String propertyId,
      String entity,
      String entityId,
      int sequence,
      String module,
      String before,
      String after) {}

  /** Waits for other writers of the company's events, so that positions follow commits. */
  public static void write(JdbcClient jdbc, NewEvent event, Instant now) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("events " + event.company())
        .query(rows -> {});
    jdbc.sql(
            """
            insert into event (id, type, company, property_id, entity, entity_id, sequence, module,
              occurred_at, before, after)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            """)
        .params(
            "evt_" + UUID.randomUUID().toString().replace("-", ""),
            event.type(),
            event.company(),
            event.propertyId(),
            event.entity(),
            event.entityId(),
            event.sequence(),
            event.module(),
            now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
            event.before(),
            event.after())
        .update();
    jdbc.sql("select pg_notify('entrata_event', '')").query(rows -> {});
  }
}
