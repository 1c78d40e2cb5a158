package dev.camelentrata.api;

import dev.camelentrata.resource.EventRule;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The types of events that there are, each of one resource, in the catalogue's order. */
final class EventTypes {

  private final List<EventType> all = new ArrayList<>();

  EventTypes(ResourceCatalog catalog) {
    for (Resource resource : catalog.all()) {
      add(resource, resource.added(), EventType.Change.ADDED);
      add(resource, resource.changed(), EventType.Change.CHANGED);
      add(resource, resource.removed(), EventType.Change.REMOVED);
    }
  }

  private void add(Resource resource, List<EventRule> rules, EventType.Change change) {
    rules.forEach(rule -> all.add(new EventType(rule.type(), resource, change, rule.fields())));
  }

  List<EventType> all() {
    return List.copyOf(all);
  }

  /** The types that fit a pattern: a type, or its beginning and {@code *}. */
  List<EventType> like(String pattern) {
    return all.stream().filter(type -> fits(type.name(), pattern)).toList();
  }

  private static boolean fits(String type, String pattern) {
    return pattern.endsWith("*")
        ? type.startsWith(pattern.substring(0, pattern.length() - 1))
        : type.equals(pattern);
  }

  /** Whether a token with these scopes may read what events of the type tell. */
  static boolean readable(EventType type, Set<String> scopes) {
    return scopes.contains(type.resource().scope());
  }
}
