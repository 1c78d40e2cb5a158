package dev.camelentrata.portal.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Dotted paths as a tree of keys, each path leading to its targets. Filled once, then only read.
 */
final class JsonPath<T> {

  private final Map<String, JsonPath<T>> children = new HashMap<>();
  private final List<T> targets = new ArrayList<>(1);
  private final KeyOrder<T> order = new KeyOrder<>(this);

  void add(String dotted, T target) {
    int dot = dotted.indexOf('.');
    String key = dot < 0 ? dotted : dotted.substring(0, dot);
    JsonPath<T> child = children.computeIfAbsent(key, k -> new JsonPath<>());
    if (dot < 0) {
      child.targets.add(target);
    } else {
      child.add(dotted.substring(dot + 1), target);
    }
  }

  /** What lies below this key; null if nothing is wanted of it. */
  JsonPath<T> child(String key) {
    return children.get(key);
  }

  /** What this very path is wanted for; empty if only paths below it are wanted. */
  List<T> targets() {
    return targets;
  }

  /** The order in which the portal usually writes the keys here. */
  KeyOrder<T> order() {
    return order;
  }

  Iterable<JsonPath<T>> children() {
    return children.values();
  }
}
