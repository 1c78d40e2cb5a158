package dev.camelentrata.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The sandbox's own control calls under {@code /__sandbox}: its state, reset, faults, counters,
 * sessions, latency, units and other records. They need no login and are never counted. For one
 * event loop.
 */
final class ControlApi {

  static final String ROOT = "/__sandbox";

  private static final int LONGEST_DELAY_MILLIS = 600_000;

  private final SandboxState state;
  private final ControlUnits units;
  private final ControlRecords records;
  private final ControlLeases leases;
  private final ControlFaults faults;
  private final ControlDialogs dialogs;
  private final ControlDocuments documents;
  private final ControlReports reports;
  private final ObjectMapper json =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  ControlApi(SandboxState state) {
    this.state = state;
    this.units = new ControlUnits(state.content);
    this.records = new ControlRecords(state.records, state.content);
    this.leases = new ControlLeases(state.records, state.content);
    this.faults = new ControlFaults(state.faults, json);
    this.dialogs = new ControlDialogs(state);
    this.documents = new ControlDocuments(state.records, state.content);
    this.reports = new ControlReports(state);
  }

  /**
   * Answers a call.
   *
   * @param query the query's values by name; null for none
   */
  Reply answer(String method, String path, UnaryOperator<String> query, String body) {
    String[] parts = (path.substring(ROOT.length()) + "/").substring(1).split("/", -1);
    String call = method + " " + parts[0];
    String id = parts.length > 2 ? parts[1] : null;
    String more = parts.length > 3 ? parts[2] : "";
    try {
      JsonNode sent = body.isBlank() ? json.createObjectNode() : json.readTree(body);
      if (!sent.isObject()) {
        throw new IllegalArgumentException("send a JSON object");
      }
      if (parts[0].equals("books")) {
        List<String> words = Arrays.stream(parts).skip(1).filter(w -> !w.isEmpty()).toList();
        return state
            .books
            .control(method, words, query, sent)
            .map(value -> ok(200, value))
            .orElseGet(() -> unknown(USAGE));
      }
      return switch (call) {
        case "GET state" -> ok(200, ControlState.of(state));
        case "POST reset" -> reset(sent);
        case "GET faults" -> ok(200, faults.list());
        case "POST faults" -> ok(201, faults.add(sent));
        case "DELETE faults" ->
            faults.delete(id) ? Reply.empty(204) : unknown("There is no fault " + id + ".");
        case "GET counters" -> ok(200, state.counters.snapshot());
        case "DELETE counters" -> clearCounters();
        case "POST sessions" ->
            "expire".equals(id) ? expire(sent) : unknown("Use POST /__sandbox/sessions/expire.");
        case "GET latency" -> ok(200, Map.of("millis", state.latencyMillis));
        case "PUT latency" -> latency(sent);
        case "GET report-delay" -> ok(200, Map.of("millis", state.reportDelayMillis));
        case "PUT report-delay" -> reportDelay(sent);
        case "POST reports" ->
            switch (String.valueOf(id)) {
              case "drop" -> ok(201, reports.drop(sent));
              case "mail" -> ok(201, reports.mail(sent));
              default -> unknown("Use POST /__sandbox/reports/drop or reports/mail.");
            };
        case "GET units" ->
            units
                .find(id)
                .map(u -> ok(200, u))
                .orElseGet(() -> unknown("There is no unit " + id + "."));
        case "PUT units" ->
            units.find(id).isPresent()
                ? ok(200, units.change(id, sent))
                : unknown("There is no unit " + id + ".");
        case "DELETE units" -> removed(records.kind("units").orElseThrow(), id);
        case "POST leases" -> lease(id, more, sent);
        case "POST documents" -> document(id, parts);
        case "GET activity" -> ok(200, dialogs.activity(query.apply("reference")));
        case "GET held" -> ok(200, dialogs.held());
        case "POST held" -> ok(200, dialogs.release(id, sent));
        case "GET records", "PUT records", "POST records", "DELETE records" ->
            records
                .kind(String.valueOf(id))
                .map(kind -> records(method, kind, more, query.apply("property"), sent))
                .orElseGet(
                    () -> unknown("There are no such records. There are " + records.kinds()));
        default -> unknown(USAGE);
      };
    } catch (JsonProcessingException e) {
      return error(400, "The JSON cannot be read: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return error(400, e.getMessage());
    }
  }

  private static final String USAGE =
      "There is no such control call. There are: GET state; POST reset; GET, POST, DELETE faults;"
          + " DELETE faults/{id}; GET, DELETE counters; POST sessions/expire; GET, PUT latency;"
          + " GET, PUT report-delay; POST reports/drop, reports/mail; GET, PUT, DELETE units/{id}; GET, POST records/{kind};"
          + " GET, PUT, DELETE records/{kind}/{id}; POST leases/{id}/notice;"
          + " POST leases/{id}/payments; POST documents/{id}/signers/{index}/viewed, signed or"
          + " declined; GET activity; GET held; POST held/release, held/{id}/release;"
          + " GET, PUT books/quickbooks or books/xero; GET books/{system}/entries;"
          + " DELETE books/{system}/entries/{id}; POST books/{system}/entries/{id}/double or alter;"
          + " GET, POST, DELETE books/{system}/faults; DELETE books/{system}/counters;"
          + " POST books/{system}/expire, revoke or reset.";

  private Reply records(String method, RecordKind kind, String id, String property, JsonNode sent) {
    if (id.isEmpty()) {
      return switch (method) {
        case "GET" -> ok(200, records.list(kind, property));
        case "POST" -> ok(201, records.add(kind, sent));
        default -> unknown(USAGE);
      };
    }
    if (records.find(kind, id).isEmpty()) {
      return unknown("There is no " + kind.singular() + " " + id + ".");
    }
    return switch (method) {
      case "GET" -> ok(200, records.find(kind, id).orElseThrow());
      case "PUT" -> ok(200, records.change(kind, id, sent));
      case "DELETE" -> removed(kind, id);
      default -> unknown(USAGE);
    };
  }

  private Reply removed(RecordKind kind, String id) {
    return records.remove(kind, id)
        ? Reply.empty(204)
        : unknown("There is no " + kind.singular() + " " + id + ".");
  }

  private Reply lease(String id, String what, JsonNode sent) {
    return leases
        .find(String.valueOf(id))
        .map(
            lease ->
                switch (what) {
                  case "notice" -> ok(200, leases.notice(lease, sent));
                  case "payments" -> ok(201, leases.pay(lease, sent));
                  default -> unknown(USAGE);
                })
        .orElseGet(() -> unknown("There is no lease " + id + "."));
  }

  private Reply document(String id, String[] parts) {
    if (parts.length < 6 || !parts[2].equals("signers")) {
      return unknown(USAGE);
    }
    return documents
        .find(id)
        .map(document -> ok(200, documents.signer(document, parts[3], parts[4])))
        .orElseGet(() -> unknown("There is no document " + id + "."));
  }

  private Reply reset(JsonNode sent) {
    only(sent, Set.of("properties", "unitsPerProperty", "keepSessions"));
    SandboxSettings size =
        state.settings.withSize(
            number(sent, "properties", state.settings.properties()),
            number(sent, "unitsPerProperty", state.settings.unitsPerProperty()));
    state.reset(
        size.properties(), size.unitsPerProperty(), sent.path("keepSessions").asBoolean(false));
    return ok(200, ControlState.of(state));
  }

  private Reply clearCounters() {
    state.counters.clear();
    return Reply.empty(204);
  }

  private Reply expire(JsonNode sent) {
    only(sent, Set.of("username"));
    String username = sent.path("username").textValue();
    if (username != null && state.users.find(username).isEmpty()) {
      throw new IllegalArgumentException("there is no user " + username);
    }
    return ok(200, Map.of("expired", state.signIns.expire(username)));
  }

  private Reply latency(JsonNode sent) {
    state.latencyMillis = millis(sent);
    return ok(200, Map.of("millis", state.latencyMillis));
  }

  private Reply reportDelay(JsonNode sent) {
    state.reportDelayMillis = millis(sent);
    return ok(200, Map.of("millis", state.reportDelayMillis));
  }

  private static int millis(JsonNode sent) {
    only(sent, Set.of("millis"));
    int millis = number(sent, "millis", -1);
    if (millis < 0 || millis > LONGEST_DELAY_MILLIS) {
      throw new IllegalArgumentException("millis must be from 0 to " + LONGEST_DELAY_MILLIS);
    }
    return millis;
  }

  private static int number(JsonNode sent, String name, int otherwise) {
    JsonNode value = sent.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw new IllegalArgumentException(name + " must be a whole number");
    }
    return value.intValue();
  }

  /** Refuses fields that are not known, so that a typing mistake does not go unseen. */
  static void only(JsonNode sent, Set<String> known) {
    for (Iterator<String> names = sent.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "unknown field " + name + "; known are " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  private Reply ok(int status, Object value) {
    try {
      return Reply.json(status, json.writeValueAsString(value) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the sandbox cannot write its own state", e);
    }
  }

  private Reply unknown(String message) {
    return error(404, message);
  }

  private Reply error(int status, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("status", "error");
    error.put("messages", List.of(message));
    return ok(status, error);
  }
}
