package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the portal refuses about a form, in its words. For one thread only. */
final class Mistakes {

  private final List<Mistake> all = new ArrayList<>();

  /**
   * One mistake.
   *
   * @param field the portal's name of the field; null if it is not about one field
   */
  record Mistake(String field, String message) {}

  /** Adds a mistake about a field; only the first about each is kept. */
  void add(String field, String message) {
    if (of(field).findAny().isEmpty()) {
      all.add(new Mistake(field, message));
    }
  }

  /** Adds a mistake that is not about one field. */
  void say(String message) {
    all.add(new Mistake(null, message));
  }

  boolean none() {
    return all.isEmpty();
  }

  List<Mistake> all() {
    return List.copyOf(all);
  }

  Stream<Mistake> of(String field) {
    return all.stream().filter(mistake -> field.equals(mistake.field()));
  }
}
