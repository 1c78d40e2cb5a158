package dev.camelentrata.sandbox.books;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Xero's ways to write days and times. */
final class XeroDates {

  private static final Pattern MILLIS = Pattern.compile("/Date\\((-?\\d+)(?:[+-]\\d{4})?\\)/");
  private static final int DAY_LENGTH = 10;

  private XeroDates() {}

  static String day(LocalDate day) {
    return "/Date(" + day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + "+0000)/";
  }

  static String time(Instant time) {
    return "/Date(" + time.toEpochMilli() + "+0000)/";
  }

  /** Reads either way of writing; {@link DateTimeException} if it is neither. */
  static Instant instant(String text) {
    Matcher millis = MILLIS.matcher(text);
    if (millis.matches()) {
      return Instant.ofEpochMilli(Long.parseLong(millis.group(1)));
    }
    String day = text.length() > DAY_LENGTH ? text.substring(0, DAY_LENGTH) : text;
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static LocalDate day(String text) {
    return instant(text).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
