package dev.camelentrata.accounting.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.system.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Why QuickBooks will not have something: the first error of its {@code Fault}.
 *
 * @param type what went wrong at large: {@code ValidationFault}, {@code SystemFault} …
 */
record Fault(String type, String code, String message) {

  private static final int KEPT = 300;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Null if there is none. */
  static Fault in(JsonNode answer) {
    JsonNode fault = answer.path("Fault");
    if (fault.isMissingNode()) {
      fault = answer.path("fault");
    }
    if (fault.isMissingNode() || fault.isNull()) {
      return null;
    }
    JsonNode errors = fault.has("Error") ? fault.path("Error") : fault.path("error");
    JsonNode error = errors.path(0);
    String message = text(error, "Message");
    String detail = text(error, "Detail");
    return new Fault(
        fault.path("type").asText(""),
        error.path("code").asText(""),
        clean(detail.isEmpty() || detail.equals(message) ? message : message + ": " + detail));
  }

  private static String text(JsonNode error, String name) {
    return error.path(name).asText(error.path(name.toLowerCase(Locale.ROOT)).asText(""));
  }

  private static String clean(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= KEPT ? line : line.substring(0, KEPT) + "…";
  }

  boolean duplicate() {
    return code.equals("6140");
  }

  /** What it means for the entry that was sent. */
  SendOutcome outcome(Instant now) {
    String words = "QuickBooks, error " + code + ": " + message;
    if (type.toLowerCase(Locale.ROOT).contains("authentication")) {
      return SendOutcome.later(words, now.plusSeconds(5));
    }
    return switch (code) {
      case "6210" -> SendOutcome.periodClosed(words);
      case "6190" -> SendOutcome.disconnected(words);
      case "3001", "003001" -> SendOutcome.later(words, now.plus(MINUTE));
      case "3100", "003100" -> SendOutcome.disconnected(words);
      case "10000" -> SendOutcome.uncertain(words);
      default ->
          type.toLowerCase(Locale.ROOT).startsWith("system")
              ? SendOutcome.uncertain(words)
              : SendOutcome.refused(words);
    };
  }
}
