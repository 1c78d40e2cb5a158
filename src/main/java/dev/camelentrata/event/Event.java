package dev.camelentrata.event;

import java.time.Instant;

/**
 * A change that others may want to know.
 *
 * @param position orders the log; later commits have higher positions
 * @param id constant and unique, for example {@code evt_…}
 * @param entity the resource's singular name, for example {@code unit}
 * @param sequence counts the events of this one entity from 1
 * @param before the changed fields as they were, a JSON object; null if the thing is new
 * @param after the changed fields as they are, a JSON object; null if it was removed
 * @param runId the sync run that found it; null for a refresh
 */
public record Event(
    long position,
    String id,
    String type,
    String company,
    String propertyId,
    String entity,
    String entityId,
    int sequence,
    Instant occurredAt,
    String before,
    String after,
    String runId) {

  @Override
  public String toString() {
    return "Event[" + id + " " + type + " " + entity + " " + entityId + "]";
  }
}
