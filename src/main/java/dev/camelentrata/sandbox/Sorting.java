package dev.camelentrata.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Sorts a listing by {@code sort_by} and {@code sort_direction}. */
record Sorting<T>(Map<String, Comparator<T>> keys) {

  List<T> apply(List<T> rows, PortalCall call) {
    String key = call.param("sort_by");
    if (key.isEmpty()) {
      return rows;
    }
    Comparator<T> order = keys.get(key);
    if (order == null) {
      throw Refusal.badRequest(
          "sort_by must be one of "
              + String.join(", ", keys.keySet().stream().sorted().toList())
              + ", not \""
              + key
              + "\".");
    }
    boolean down = call.param("sort_direction").equalsIgnoreCase("desc");
    return rows.stream().sorted(down ? order.reversed() : order).toList();
  }
}
