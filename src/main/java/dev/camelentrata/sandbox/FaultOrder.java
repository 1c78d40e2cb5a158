package dev.camelentrata.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * A fault as a test orders it; what is null does not matter.
 *
 * @param module only calls of this module
 * @param action only calls of this action
 * @param times how many calls it hits; null for all
 * @param skip how many matching calls pass first
 * @param columns headings to rename, old to new
 * @param classes CSS classes to rename, old to new
 * @param jsonFields JSON keys to rename, old to new
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultOrder(
    String kind,
    String module,
    String action,
    Integer times,
    Integer skip,
    Integer delayMillis,
    Integer retryAfterSeconds,
    Integer status,
    Map<String, String> columns,
    Map<String, String> classes,
    Map<String, String> jsonFields) {

  private static final int LONGEST_DELAY_MILLIS = 600_000;

  FaultOrder {
    if (kind == null || FaultKind.of(kind).isEmpty()) {
      throw new IllegalArgumentException(
          "kind must be one of " + String.join(", ", FaultKind.wireNames()) + ", not " + kind);
    }
    inRange("times", times, 1, Integer.MAX_VALUE);
    inRange("skip", skip, 0, Integer.MAX_VALUE);
    inRange("delayMillis", delayMillis, 0, LONGEST_DELAY_MILLIS);
    inRange("retryAfterSeconds", retryAfterSeconds, 0, 86_400);
    inRange("status", status, 500, 599);
    if (kind.equals(FaultKind.CHANGED_MARKUP.wireName)
        && columns == null
        && classes == null
        && jsonFields == null) {
      throw new IllegalArgumentException(
          "changed-markup needs columns, classes or jsonFields, each a map of old name to new");
    }
  }

  FaultKind faultKind() {
    return FaultKind.of(kind).orElseThrow();
  }

  private static void inRange(String name, Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + most + ", not " + value);
    }
  }
}
