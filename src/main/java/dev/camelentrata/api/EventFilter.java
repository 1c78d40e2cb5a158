package dev.camelentrata.api;

import dev.camelentrata.event.EventQuery;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads which events are wanted, and narrows that down to what the token may read. */
final class EventFilter {

  private static final long START = 0;

  private final EventTypes types;

  EventFilter(EventTypes types) {
    this.types = types;
  }

  EventQuery read(Call call, int limit) {
    Parameters given = call.parameters();
    List<FieldError> errors = new ArrayList<>();
    long after = after(given, errors);
    String entity = entity(given, errors);
    Set<String> wanted = wanted(given, call.token().scopes(), errors);
    if (given.has("entityId") && !given.has("entity")) {
      errors.add(FieldError.inParameter("entityId", "needs entity beside it"));
    }
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    if (entity != null && !call.token().scopes().contains(types.entities().get(entity))) {
      throw RequireScope.missing(types.entities().get(entity));
    }
    return new EventQuery(
        after, List.copyOf(wanted), entity, given.text("entityId").orElse(null), limit);
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

  private String entity(Parameters given, List<FieldError> errors) {
    String entity = given.text("entity").orElse(null);
    if (entity != null && !types.entities().containsKey(entity)) {
      errors.add(
          FieldError.inParameter(
              "entity",
              "must be one of " + String.join(", ", new TreeSet<>(types.entities().keySet()))));
    }
    return entity;
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
          lacking = type.scope();
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
