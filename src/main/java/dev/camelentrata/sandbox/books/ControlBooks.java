package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The control calls of the accounting systems. For one thread only. */
final class ControlBooks {

  private static final int SHORTEST_REFERENCE = 6;

  private final List<BooksSystem> systems;

  ControlBooks(List<BooksSystem> systems) {
    this.systems = systems;
  }

  Optional<Object> answer(
      String method, List<String> path, UnaryOperator<String> query, JsonNode sent) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return systems.stream()
        .filter(system -> system.stand().name.equals(path.get(0)))
        .findFirst()
        .flatMap(system -> answer(system, method, path, query, sent));
  }

  private static Optional<Object> answer(
      BooksSystem system,
      String method,
      List<String> path,
      UnaryOperator<String> query,
      JsonNode sent) {
    StandIn stand = system.stand();
    Organisation organisation = organisation(stand, query.apply("organisation"));
    String call = method + (path.size() > 1 ? " " + path.get(1) : "");
    switch (call) {
      case "GET" -> {
        return Optional.of(state(system, organisation));
      }
      case "PUT" -> {
        set(stand.settings, organisation, sent);
        return Optional.of(state(system, organisation));
      }
      case "GET entries" -> {
        return Optional.of(system.entries(organisation).stream().map(ControlBooks::shown).toList());
      }
      case "DELETE entries", "POST entries" -> {
        return entry(system, organisation, method, path, sent);
      }
      case "GET faults" -> {
        return Optional.of(stand.faults.all());
      }
      case "POST faults" -> {
        return Optional.of(fault(stand, sent));
      }
      case "DELETE faults" -> stand.faults.clear();
      case "DELETE counters" -> stand.counters.clear();
      case "POST expire" -> stand.grants.expireAll();
      case "POST revoke" -> stand.revoke();
      case "POST reset" -> stand.reset(sent.path("keepConnections").asBoolean(false));
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(state(system, organisation));
  }

  private static Organisation organisation(StandIn stand, String id) {
    return stand
        .organisation(id == null ? "" : id)
        .orElseThrow(() -> new IllegalArgumentException("there is no organisation " + id));
  }

  private static Map<String, Object> state(BooksSystem system, Organisation organisation) {
    StandIn stand = system.stand();
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("organisation", organisation.id);
    state.put("name", organisation.name);
    state.put("connected", stand.connected(organisation.id));
    state.put("entries", system.entries(organisation).size());
    state.put("counters", stand.counters.snapshot());
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(
        "lockDate",
        organisation.closedThrough == null ? null : organisation.closedThrough.toString());
    settings.put("windowSeconds", stand.settings.windowSeconds);
    settings.put("perMinute", stand.settings.perMinute);
    settings.put("batchesPerMinute", stand.settings.batchesPerMinute);
    settings.put("perDay", stand.settings.perDay);
    settings.put("concurrent", stand.settings.concurrent);
    settings.put("accessSeconds", stand.settings.accessSeconds);
    settings.put("refreshGraceSeconds", stand.settings.refreshGraceSeconds);
    settings.put("latencyMillis", stand.settings.latencyMillis);
    state.put("settings", settings);
    return state;
  }

  private static void set(BooksSettings settings, Organisation organisation, JsonNode sent) {
    for (Map.Entry<String, JsonNode> each : sent.properties()) {
      String name = each.getKey();
      JsonNode value = each.getValue();
      switch (name) {
        case "lockDate" -> organisation.closedThrough = value.isNull() ? null : date(value);
        case "windowSeconds" -> settings.windowSeconds = number(name, value, 1);
        case "perMinute" -> settings.perMinute = number(name, value, 0);
        case "batchesPerMinute" -> settings.batchesPerMinute = number(name, value, 0);
        case "perDay" -> settings.perDay = number(name, value, 0);
        case "concurrent" -> settings.concurrent = number(name, value, 0);
        case "accessSeconds" -> settings.accessSeconds = number(name, value, 1);
        case "refreshGraceSeconds" -> settings.refreshGraceSeconds = number(name, value, 0);
        case "latencyMillis" -> settings.latencyMillis = number(name, value, 0);
        default ->
            throw new IllegalArgumentException(
                "unknown field "
                    + name
                    + "; known are accessSeconds, batchesPerMinute, concurrent, latencyMillis,"
                    + " lockDate, perDay, perMinute, refreshGraceSeconds, windowSeconds");
      }
    }
  }

  private static LocalDate date(JsonNode value) {
    try {
      return LocalDate.parse(value.asText());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("lockDate is like \"2026-10-31\", or null", e);
    }
  }

  private static int number(String name, JsonNode value, int least) {
    if (!value.isInt() || value.intValue() < least) {
      throw new IllegalArgumentException(name + " must be a whole number of at least " + least);
    }
    return value.intValue();
  }

  private static Map<String, Object> fault(StandIn stand, JsonNode sent) {
    for (Map.Entry<String, JsonNode> each : sent.properties()) {
      if (!List.of("kind", "on", "skip", "times", "number").contains(each.getKey())) {
        throw new IllegalArgumentException(
            "unknown field " + each.getKey() + "; known are kind, number, on, skip, times");
      }
    }
    return stand.faults.add(
        BooksFaults.Kind.ofWord(sent.path("kind").asText()),
        sent.path("on").asText(""),
        sent.path("skip").asInt(0),
        sent.path("times").asInt(1),
        sent.path("number").asInt(0));
  }

  private static Optional<Object> entry(
      BooksSystem system,
      Organisation organisation,
      String method,
      List<String> path,
      JsonNode sent) {
    String key = path.size() > 2 ? path.get(2) : "";
    boolean named = key.length() >= SHORTEST_REFERENCE;
    BooksSystem.Held found =
        system.entries(organisation).stream()
            .filter(each -> each.id().equals(key) || (named && each.reference().contains(key)))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no entry " + key));
    switch (method + (path.size() > 3 ? " " + path.get(3) : "")) {
      case "DELETE" -> system.delete(found, organisation);
      case "POST double" -> system.duplicate(found, organisation);
      case "POST alter" ->
          system.alter(found, organisation, BigDecimal.valueOf(sent.path("cents").asLong(1), 2));
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(state(system, organisation));
  }

  private static Map<String, Object> shown(BooksSystem.Held entry) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("kind", entry.kind());
    shown.put("id", entry.id());
    shown.put("reference", entry.reference());
    shown.put("date", entry.date());
    List<Map<String, Object>> lines = new ArrayList<>();
    for (BookLine line : entry.lines()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("account", line.account());
      one.put("amount", line.amount());
      one.put("labels", line.labels());
      lines.add(one);
    }
    shown.put("lines", lines);
    return shown;
  }
}
