package dev.camelentrata.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A filter in Xero's language: comparisons joined by AND and OR, without brackets. */
final class XeroWhere {

  private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final Pattern CALL =
      Pattern.compile("\\s*([\\w.]+)\\.(Contains|StartsWith|EndsWith)\\(" + TEXT + "\\)\\s*");
  private static final Pattern COMPARISON =
      Pattern.compile("\\s*([\\w.]+)\\s*(==|=|!=|<>|>=|<=|>|<)\\s*(.+?)\\s*", Pattern.DOTALL);
  private static final Pattern DAY =
      Pattern.compile(
          "DateTime\\((\\d{4}),\\s*(\\d{1,2}),\\s*(\\d{1,2})\\)|DateTime\\.Parse\\("
              + TEXT
              + "\\)");
  private static final Pattern PLAIN = Pattern.compile("(?:[gG]uid\\()?" + TEXT + "\\)?");

  private XeroWhere() {}

  /** {@link XeroRefusal} if it cannot be understood. */
  static Predicate<JsonNode> parse(String where) {
    Predicate<JsonNode> any = node -> false;
    for (String part : split(where, "\\|\\||\\bOR\\b")) {
      Predicate<JsonNode> all = node -> true;
      for (String each : split(part, "&&|\\bAND\\b")) {
        all = all.and(condition(each));
      }
      any = any.or(all);
    }
    return any;
  }

  /** Splits at these words, but not within quotes. */
  private static String[] split(String text, String words) {
    return text.split("(?i)(?:" + words + ")(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
  }

  private static Predicate<JsonNode> condition(String text) {
    Matcher call = CALL.matcher(text);
    if (call.matches()) {
      String field = call.group(1);
      String value = plain(call.group(3));
      return switch (call.group(2)) {
        case "Contains" -> node -> field(node, field).asText("").contains(value);
        case "StartsWith" -> node -> field(node, field).asText("").startsWith(value);
        default -> node -> field(node, field).asText("").endsWith(value);
      };
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (!comparison.matches()) {
      throw new XeroRefusal("The filter cannot be understood: " + text.trim());
    }
    return compared(comparison.group(1), comparison.group(2), comparison.group(3));
  }

  private static Predicate<JsonNode> compared(String field, String operator, String value) {
    if (value.equals("null")) {
      boolean none = operator.startsWith("=");
      return node -> field(node, field).asText("").isEmpty() == none;
    }
    Matcher day = DAY.matcher(value);
    if (day.matches()) {
      LocalDate wanted = day(day);
      return node -> holds(operator, compareDay(field(node, field), wanted));
    }
    Matcher plain = PLAIN.matcher(value);
    if (plain.matches()) {
      String wanted = plain(plain.group(1));
      return node -> holds(operator, field(node, field).asText("").compareTo(wanted));
    }
    if (value.matches("true|false")) {
      return node -> holds(operator, field(node, field).asText("").compareTo(value));
    }
    try {
      BigDecimal wanted = new BigDecimal(value);
      return node -> {
        BigDecimal found = BooksJson.amount(field(node, field));
        return found != null && holds(operator, found.compareTo(wanted));
      };
    } catch (NumberFormatException e) {
      throw new XeroRefusal("The filter cannot be understood: " + value);
    }
  }

  private static LocalDate day(Matcher day) {
    try {
      return day.group(1) == null
          ? XeroDates.day(day.group(4))
          : LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3)));
    } catch (DateTimeException e) {
      throw new XeroRefusal("The filter has no valid date: " + day.group());
    }
  }

  private static int compareDay(JsonNode found, LocalDate wanted) {
    return found.asText("").isEmpty()
        ? -1
        : XeroDates.instant(found.asText())
            .compareTo(wanted.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static boolean holds(String operator, int compared) {
    return switch (operator) {
      case "==", "=" -> compared == 0;
      case "!=", "<>" -> compared != 0;
      case ">=" -> compared >= 0;
      case "<=" -> compared <= 0;
      case ">" -> compared > 0;
      default -> compared < 0;
    };
  }

  static JsonNode field(JsonNode node, String path) {
    JsonNode found = node;
    for (String name : path.split("\\.")) {
      found = found.path(name);
    }
    return found;
  }

  private static String plain(String quoted) {
    return quoted.replaceAll("\\\\(.)", "$1");
  }

  /** Whether the order asked for is downwards. */
  static boolean descending(String order) {
    return order.toLowerCase(Locale.ROOT).endsWith(" desc");
  }
}
