package dev.camelentrata.mirror;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * A row of the mirror, as a writer sees it.
 *
 * @param sequence how many events there were of it
 * @param asOf when the portal was asked for what it says
 */
record MirrorRow(
    String id,
    String propertyId,
    String sortKey,
    String data,
    int sequence,
    OffsetDateTime asOf,
    boolean removed) {

  /** Whether it is there and says just what the portal says. */
  boolean says(MirrorItem item, String itemsProperty) {
    return !removed
        && data.equals(item.data())
        && sortKey.equals(item.sortKey())
        && Objects.equals(propertyId, itemsProperty);
  }

  @Override
  public String toString() {
    return "MirrorRow[" + id + "]";
  }
}
