package dev.camelentrata.mirror;

import java.time.Instant;

/**
 * One thing of the mirror.
 *
 * @param data the API's JSON object without {@code asOf}
 * @param asOf when the portal last showed it so
 * @param removedAt when a complete read no longer showed it; null while it is there
 */
public record StoredItem(
    String id,
    String propertyId,
    String sortKey,
    String data,
    Instant asOf,
    Instant updatedAt,
    Instant removedAt) {

  @Override
  public String toString() {
    return "StoredItem[" + id + "]";
  }
}
