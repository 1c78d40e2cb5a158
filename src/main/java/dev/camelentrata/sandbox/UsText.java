package dev.camelentrata.sandbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and amounts as the portal writes them: 11/24/2026 and $1,234.56, ($5.00) if negative. */
final class UsText {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.US).withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern MONEY =
      Pattern.compile("\\$?(\\d{1,3}(?:,\\d{3}){0,3}|\\d{1,9})(?:\\.(\\d{2}))?");

  private UsText() {}

  static String date(LocalDate date) {
    if (date == null) {
      return "";
    }
    int month = date.getMonthValue();
    int day = date.getDayOfMonth();
    return (month < 10 ? "0" : "") + month + (day < 10 ? "/0" : "/") + day + "/" + date.getYear();
  }

  static String money(long cents) {
    long whole = Math.abs(cents) / 100;
    long rest = Math.abs(cents) % 100;
    String amount = "$" + grouped(whole) + (rest < 10 ? ".0" : ".") + rest;
    return cents < 0 ? "(" + amount + ")" : amount;
  }

  static String grouped(long number) {
    String digits = Long.toString(number);
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  static Optional<LocalDate> parseDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text.trim(), DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads an amount in cents. */
  static Optional<Long> parseMoney(String text) {
    Matcher matcher = MONEY.matcher(text.trim());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long whole = Long.parseLong(matcher.group(1).replace(",", ""));
    String cents = matcher.group(2);
    return Optional.of(whole * 100 + (cents == null ? 0 : Integer.parseInt(cents)));
  }
}
