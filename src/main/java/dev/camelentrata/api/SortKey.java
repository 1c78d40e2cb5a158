package dev.camelentrata.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a list is sorted by: texts compared one after another in natural order, the id last. */
record SortKey(List<String> parts) implements Comparable<SortKey> {

  SortKey {
    parts = List.copyOf(parts);
  }

  /** A key of these texts; null counts as empty. */
  static SortKey of(String... parts) {
    return new SortKey(Stream.of(parts).map(p -> Objects.requireNonNullElse(p, "")).toList());
  }

  @Override
  public int compareTo(SortKey other) {
    for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
      int order = NaturalOrder.INSTANCE.compare(parts.get(i), other.parts.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(parts.size(), other.parts.size());
  }
}
