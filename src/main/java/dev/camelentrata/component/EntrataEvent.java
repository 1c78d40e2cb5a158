package dev.camelentrata.component;

import java.time.Instant;

/**
 * A change that the mirror saw.
 *
 * @param position orders the events of a company
 * @param id constant and unique
 * @param type for example {@code unit.price_changed}
 * @param propertyId null for things of the company
 * @param entity what kind of thing changed, for example {@code unit}
 * @param sequence counts the events of this one thing from 1
 * @param before the changed fields as they were, a JSON object; null if the thing is new
 * @param after the changed fields as they are, a JSON object; null if it was removed
 */
public record EntrataEvent(
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
    String after) {

  @Override
  public String toString() {
    return "EntrataEvent[" + id + " " + type + " " + entity + " " + entityId + "]";
  }
}
