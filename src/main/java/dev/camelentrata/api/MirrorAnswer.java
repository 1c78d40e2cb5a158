package dev.camelentrata.api;

import dev.camelentrata.mirror.StoredItem;
import java.time.Instant;
import java.util.List;

/**
 * What the mirror says to a call.
 *
 * @param items of a list all of the page; of one thing none or one
 * @param list whether it is a list
 * @param nextCursor where the list goes on; null if it does not
 * @param rendering how it is written, where that is known already; else null
 * @param asOf the oldest reading of the portal that it rests on; null if there was none
 */
record MirrorAnswer(
    List<StoredItem> items, boolean list, String nextCursor, Instant asOf, Rendering rendering) {

  MirrorAnswer {
    items = List.copyOf(items);
  }

  MirrorAnswer(List<StoredItem> items, boolean list, String nextCursor, Instant asOf) {
    this(items, list, nextCursor, asOf, null);
  }

  /** The same, written already, and without the things that it was written from. */
  MirrorAnswer rendered() {
    return new MirrorAnswer(List.of(), list, nextCursor, asOf, Rendering.of(this));
  }
}
