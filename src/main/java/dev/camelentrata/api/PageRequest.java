package dev.camelentrata.api;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

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

  /** The sequence after which the page begins; null for the first page. */
  Long afterSequence() {
    return after.isEmpty() ? null : Long.valueOf(after.get(0));
  }

  /**
   * The page of what was found, which is asked for with one item more than the page holds.
   *
   * @param key what the cursor says of the last item
   */
  <T> Page page(List<T> found, Cursors cursors, Function<T, ?> key, Function<T, ?> view) {
    boolean more = found.size() > limit;
    List<T> items = more ? found.subList(0, limit) : found;
    String next =
        more
            ? cursors.write(
                List.of(String.valueOf(key.apply(items.get(items.size() - 1)))), filters)
            : null;
    return new Page(items.stream().map(view).toList(), next);
  }
}
