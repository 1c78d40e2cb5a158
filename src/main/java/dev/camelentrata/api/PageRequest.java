package dev.camelentrata.api;

import java.util.List;
import java.util.Objects;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many items at most
 * @param after what the last item that the caller has is sorted by; empty for the start
 * @param filters fingerprint of operation, path and filters, to which a cursor is bound
 */
record PageRequest(int limit, List<String> after, String filters) {

  static final int SMALLEST = 1;
  static final int DEFAULT = 100;
  static final int LARGEST = 500;

  PageRequest {
    Objects.requireNonNull(filters, "filters");
    after = List.copyOf(after);
    if (limit < SMALLEST || limit > LARGEST) {
      throw new IllegalArgumentException("limit must be from 1 to 500, not " + limit);
    }
  }
}
