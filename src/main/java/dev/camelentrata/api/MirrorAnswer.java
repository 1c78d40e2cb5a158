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
 * @param asOf the oldest reading of the portal that it rests on; null if there was none
 */
record MirrorAnswer(List<StoredItem> items, boolean list, String nextCursor, Instant asOf) {

  MirrorAnswer {
    items = List.copyOf(items);
  }
}
