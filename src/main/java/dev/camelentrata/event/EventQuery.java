package dev.camelentrata.event;

import java.util.List;

/**
 * Which events are wanted.
 *
 * @param after only those with a higher position
 * @param types event types, with {@code *} at the end for all that begin so; empty for all
 * @param entity the singular name of a resource; null for all
 * @param entityId one thing of it; null for all
 */
public record EventQuery(
    long after, List<String> types, String entity, String entityId, int limit) {

  public EventQuery {
    types = List.copyOf(types);
  }
}
