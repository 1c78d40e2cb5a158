package dev.camelentrata.mirror;

import java.time.Instant;
import java.util.List;

/**
 * A page of the mirror.
 *
 * @param more whether there are more after the last item
 * @param asOf the oldest reading of the portal that the list rests on; null if it was never read
 */
public record MirrorPage(List<StoredItem> items, boolean more, Instant asOf) {

  public MirrorPage {
    items = List.copyOf(items);
  }
}
