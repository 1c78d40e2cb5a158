package dev.camelentrata.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text by which a list is ordered: plain comparison of such texts puts things as people would,
 * letter case aside and runs of digits by their number.
 */
public final class SortText {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final char SEPARATOR = '\u0001';
  private static final int WIDTH = 12;

  private SortText() {}

  /** The text for a thing of this resource. */
  public static String of(Resource resource, JsonNode data) {
    StringBuilder key = new StringBuilder();
    for (String field : resource.sort()) {
      if (!key.isEmpty()) {
        key.append(SEPARATOR);
      }
      key.append(part(data.path(field).asText("")));
    }
    return key.toString();
  }

  /** The text for the values of the fields that a list is ordered by. */
  public static String of(String... values) {
    StringBuilder key = new StringBuilder();
    for (String value : values) {
      if (!key.isEmpty()) {
        key.append(SEPARATOR);
      }
      key.append(part(value));
    }
    return key.toString();
  }

  static String part(String text) {
    return DIGITS
        .matcher(text.toLowerCase(Locale.ROOT))
        .replaceAll(
            run -> {
              String digits = run.group().replaceFirst("^0+(?=.)", "");
              return "0".repeat(Math.max(0, WIDTH - digits.length())) + digits;
            });
  }
}
