package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Checks what a map says about rows changed since a time. */
final class SinceChecks {

  private final MapFaults faults;

  SinceChecks(MapFaults faults) {
    this.faults = faults;
  }

  void check(JsonNode since, JsonNode request, String at) {
    if (!at.startsWith("operations.list")) {
      faults.add(at, "goes with lists only");
    }
    String sent = since.path("query") + " " + since.path("form");
    if (!sent.contains("{since}")) {
      faults.add(at, "has no {since}; put it into query or form where the time belongs");
    }
    if (since.has("form") && !request.path("method").asText().equals("POST")) {
      faults.add(at + ".form", "goes with method POST only; use query, or POST");
    }
    String format = since.path("format").asText("");
    if (!format.isEmpty() && !isFormat(format)) {
      faults.add(
          at + ".format",
          "must be a date and time pattern such as MM/dd/yyyy HH:mm:ss, not '" + format + "'");
    }
  }

  private static boolean isFormat(String format) {
    try {
      return !DateTimeFormatter.ofPattern(format).format(LocalDateTime.MIN).isEmpty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }
}
