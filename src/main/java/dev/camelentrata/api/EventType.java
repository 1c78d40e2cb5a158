package dev.camelentrata.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * A type of events.
 *
 * @param entity what it is about, for example {@code unit}
 * @param scope the scope that a token needs to read it
 * @param before the schema of what it says was; of null where there is no such side
 * @param after the schema of what it says is; of null where there is no such side
 */
record EventType(
    String name, String entity, String scope, Change change, ObjectNode before, ObjectNode after) {

  /** What happened to the thing. */
  enum Change {
    ADDED,
    CHANGED,
    REMOVED;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
