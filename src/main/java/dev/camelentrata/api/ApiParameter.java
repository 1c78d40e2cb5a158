package dev.camelentrata.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A query parameter as the REST DSL declares it.
 *
 * @param dataType {@code string}, {@code integer}, {@code number}, {@code boolean} or {@code array}
 * @param dataFormat {@code date}, {@code date-time}, or null
 * @param allowed the values that may be given; empty for any
 */
record ApiParameter(String name, String dataType, String dataFormat, List<String> allowed) {

  private static final int LONGEST_VALUE = 2_000;

  ApiParameter {
    allowed = List.copyOf(allowed);
  }

  /** The value as the declared type; {@link IllegalArgumentException} says what was expected. */
  Object read(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("must not be empty");
    }
    if (text.length() > LONGEST_VALUE) {
      throw new IllegalArgumentException("must not be longer than " + LONGEST_VALUE);
    }
    return switch (dataType.toLowerCase(Locale.ROOT)) {
      case "integer" -> integer(text);
      case "number" -> number(text);
      case "boolean" -> bool(text);
      case "array" -> list(text);
      default -> text(text);
    };
  }

  private static Integer integer(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a whole number", e);
    }
  }

  private static BigDecimal number(String text) {
    if (!text.matches("\\d{1,12}(\\.\\d{1,6})?")) {
      throw new IllegalArgumentException(
          "must be a plain number, not negative, such as 1500 or 1.5");
    }
    return new BigDecimal(text);
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private Object text(String text) {
    if ("date".equals(dataFormat)) {
      return date(text);
    }
    return "date-time".equals(dataFormat) ? TimeText.read(text) : oneOf(text);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("must be a date such as 2026-12-01", e);
    }
  }

  private List<String> list(String text) {
    List<String> values = new ArrayList<>();
    for (String value : text.split(",", -1)) {
      values.add(oneOf(value.strip()));
    }
    return values;
  }

  private String oneOf(String text) {
    if (!allowed.isEmpty() && !allowed.contains(text)) {
      throw new IllegalArgumentException("must be one of " + String.join(", ", allowed));
    }
    return text;
  }
}
