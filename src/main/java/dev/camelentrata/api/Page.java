package dev.camelentrata.api;

import java.util.List;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; null on the last page
 */
record Page(List<?> data, String nextCursor) {

  Page {
    data = List.copyOf(data);
  }
}
