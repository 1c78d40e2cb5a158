package dev.camelentrata.api;

import dev.camelentrata.event.EventQuery;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads which events are wanted, and narrows that down to what the token may read. */
final class EventFilter {

  private static final long START = 0;

  private final ResourceCatalog catalog;
  private final EventTypes types;

  EventFilter(ResourceCatalog catalog, EventTypes types) {
    this.catalog = catalog;
    this.types = types;
  }

  EventQuery read(Call call, int limit) {
    Parameters given = call.parameters();
    List<FieldError> errors = new ArrayList<>();
    long after = after(given, errors);
    Resource entity = entity(given, errors);
    Set<String> wanted = wanted(given, call.token().scopes(), errors);
    if (given.has("entityId") && !given.has("entity")) {
      errors.add(FieldError.inParameter("entityId", "needs entity beside it"));
    }
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    if (entity != null && !call.token().scopes().contains(entity.scope())) {
      throw RequireScope.missing(entity.scope());
    }
    return new EventQuery(
        after,
        List.copyOf(wanted),
        entity == null ? null : entity.singular(),
        given.text("entityId").orElse(null),
        limit);
  }

  /** The position from which to go on; the log's start if none is given. */
  static long after(Parameters given, List<FieldError> errors) {
    String after = given.text("after").orElse(null);
    if (after == null) {
      return START;
    }
    if (!after.matches("\\d{1,18}")) {
      errors.add(FieldError.inParameter("after", "must be nextCursor of an earlier answer"));
      return START;
    }
    return Long.parseLong(after);
  }

  private Resource entity(Parameters given, List<FieldError> errors) {
    String entity = given.text("entity").orElse(null);
    if (entity == null) {
      return null;
    }
    List<Resource> named =
        catalog.all().stream().filter(resource -> resource.singular().equals(entity)).toList();
    if (named.isEmpty()) {
      List<String> known = catalog.all().stream().map(Resource::singular).toList();
      errors.add(FieldError.inParameter("entity", "must be one of " + String.join(", ", known)));
      return null;
    }
    return named.get(0);
  }

  /** The patterns as they are if the token may read everything, else the types that it may. */
  private Set<String> wanted(Parameters given, Set<String> scopes, List<FieldError> errors) {
    List<String> patterns = given.texts("types");
    boolean everything = types.all().stream().allMatch(type -> EventTypes.readable(type, scopes));
    Set<String> wanted = new LinkedHashSet<>();
    String lacking = null;
    for (String pattern : patterns.isEmpty() ? List.of("*") : patterns) {
      List<EventType> fitting = types.like(pattern);
      if (fitting.isEmpty()) {
        errors.add(
            FieldError.inParameter(
                "types", "no type is " + pattern + "; GET /event-types lists them"));
      }
      for (EventType type : fitting) {
        if (EventTypes.readable(type, scopes)) {
          wanted.add(type.name());
        } else {
          lacking = type.resource().scope();
        }
      }
    }
    if (everything) {
      return new LinkedHashSet<>(patterns);
    }
    if (wanted.isEmpty() && lacking != null && errors.isEmpty()) {
      throw RequireScope.missing(lacking);
    }
    return wanted;
  }
}
