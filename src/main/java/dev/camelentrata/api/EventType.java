package dev.camelentrata.api;

import dev.camelentrata.resource.Resource;
import java.util.List;

/**
 * A type of events.
 *
 * @param fields the fields that it speaks of; empty for any
 */
record EventType(String name, Resource resource, Change change, List<String> fields) {

  /** What happened to the thing. */
  enum Change {
    ADDED,
    CHANGED,
    REMOVED
  }

  EventType {
    fields = List.copyOf(fields);
  }
}
