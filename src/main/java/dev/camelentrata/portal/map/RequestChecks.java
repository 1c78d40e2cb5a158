package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Checks the calls of a portal map: their placeholders, forms and headers. */
final class RequestChecks {

  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "cookie", "expect", "host", "upgrade", "user-agent");

  private final MapFaults faults;

  RequestChecks(MapFaults faults) {
    this.faults = faults;
  }

  /**
   * Checks a call.
   *
   * @param known the placeholders that may stand in it
   */
  void check(JsonNode request, String at, Set<String> known) {
    if (!request.isObject()) {
      return;
    }
    checkText(request.path("path"), at + ".path", known);
    for (String part : new String[] {"query", "form", "headers"}) {
      checkPairs(request.path(part), at + "." + part, known);
    }
    if (request.has("form")
        && request.has("method")
        && !request.path("method").asText().equals("POST")) {
      faults.add(at + ".form", "goes with method POST only; use query, or POST");
    }
    request
        .path("headers")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                faults.add(
                    FieldPath.of(at + ".headers", name),
                    "this header is set by the client itself; remove it");
              }
            });
  }

  /** Checks names and values. */
  void checkPairs(JsonNode pairs, String at, Set<String> known) {
    pairs
        .properties()
        .forEach(
            pair -> {
              String path = FieldPath.of(at, pair.getKey());
              checkText(pair.getKey(), path, known);
              checkText(pair.getValue(), path, known);
            });
  }

  void checkText(JsonNode text, String at, Set<String> known) {
    checkText(text.asText(""), at, known);
  }

  private void checkText(String text, String at, Set<String> known) {
    Placeholders.each(
        text,
        name -> {
          if (!known.contains(name)) {
            faults.add(
                at,
                "unknown placeholder {"
                    + name
                    + "}; allowed here: "
                    + (known.isEmpty()
                        ? "none"
                        : "{" + String.join("}, {", new TreeSet<>(known)) + "}")
                    + Spelling.closest(name, known)
                        .map(meant -> "; did you mean {" + meant + "}?")
                        .orElse(""));
          }
        });
  }
}
