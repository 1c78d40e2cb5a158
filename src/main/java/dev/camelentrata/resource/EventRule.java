package dev.camelentrata.resource;

import java.util.List;
import java.util.Map;

/**
 * Says what a change is called.
 *
 * @param type for example {@code unit.price_changed}
 * @param fields the changed fields that it speaks of; empty for all that no earlier rule took
 * @param where values that the resource must have after the change; {@code *} for any but none
 */
public record EventRule(String type, List<String> fields, Map<String, String> where) {

  public EventRule {
    fields = List.copyOf(fields);
    where = Map.copyOf(where);
  }
}
