package dev.camelentrata.api;

import dev.camelentrata.resource.EventRule;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The types of events that there are: of each resource, in the catalogue's order, and of our own.
 */
final class EventTypes {

  private final List<EventType> all = new ArrayList<>();
  private final Map<String, String> scopes = new TreeMap<>();

  EventTypes(ResourceCatalog catalog) {
    EventSchema schemas = new EventSchema();
    for (Resource resource : catalog.all()) {
      scopes.put(resource.singular(), resource.scope());
      add(schemas, resource, resource.added(), EventType.Change.ADDED);
      add(schemas, resource, resource.changed(), EventType.Change.CHANGED);
      add(schemas, resource, resource.removed(), EventType.Change.REMOVED);
    }
    OwnEvents.types(schemas).forEach(this::add);
  }

  private void add(
      EventSchema schemas, Resource resource, List<EventRule> rules, EventType.Change change) {
    for (EventRule rule : rules) {
      add(
          new EventType(
              rule.type(),
              resource.singular(),
              resource.scope(),
              change,
              schemas.state(resource, rule.fields(), change != EventType.Change.ADDED),
              schemas.state(resource, rule.fields(), change != EventType.Change.REMOVED)));
    }
  }

  private void add(EventType type) {
    all.add(type);
    scopes.put(type.entity(), type.scope());
  }

  List<EventType> all() {
    return List.copyOf(all);
  }

  /** What events can be about, each with the scope that a token needs. */
  Map<String, String> entities() {
    return Map.copyOf(scopes);
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
    return scopes.contains(type.scope());
  }
}
