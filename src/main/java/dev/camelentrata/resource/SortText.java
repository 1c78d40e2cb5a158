package dev.camelentrata.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * The text by which a list is ordered: plain comparison of such texts puts things as people would,
 * letter case aside and runs of digits by their number.
 */
public final class SortText {

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
    String lower = text.toLowerCase(Locale.ROOT);
    int first = firstDigit(lower, 0);
    if (first == lower.length()) {
      return lower;
    }
    StringBuilder key = new StringBuilder(lower.length() + WIDTH);
    int from = 0;
    while (first < lower.length()) {
      int end = first;
      while (end < lower.length() && isDigit(lower.charAt(end))) {
        end++;
      }
      key.append(lower, from, first);
      number(key, lower, first, end);
      from = end;
      first = firstDigit(lower, end);
    }
    return key.append(lower, from, lower.length()).toString();
  }

  /** A run of digits without zeros before it, as wide as all others. */
  private static void number(StringBuilder key, String text, int from, int to) {
    int start = from;
    while (start < to - 1 && text.charAt(start) == '0') {
      start++;
    }
    for (int i = to - start; i < WIDTH; i++) {
      key.append('0');
    }
    key.append(text, start, to);
  }

  private static int firstDigit(String text, int from) {
    int at = from;
    while (at < text.length() && !isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
