package dev.camelentrata.mirror;

import java.time.Instant;
import java.util.List;

/**
 * A page of the mirror.
 *
 * @param more whether there are more after the last item
 * @param asOf the oldest reading of the portal that the list rests on; null if it was never read
 * @param version of the one scope that was read; null if there is none, or several
 */
public record MirrorPage(List<StoredItem> items, boolean more, Instant asOf, ScopeVersion version) {

  public MirrorPage(List<StoredItem> items, boolean more, Instant asOf) {
    this(items, more, asOf, null);
  }

  public MirrorPage {
    items = List.copyOf(items);
  }
}
