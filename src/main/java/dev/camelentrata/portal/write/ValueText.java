package dev.camelentrata.portal.write;

import dev.camelentrata.model.Money;
import dev.camelentrata.portal.map.PortalMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes typed values as the portal's forms take them. Immutable. */
final class ValueText {

  private final DateTimeFormatter dates;
  private final DateTimeFormatter times;

  ValueText(PortalMap map) {
    this.dates = DateTimeFormatter.ofPattern(map.dateFormat(), Locale.US);
    this.times = DateTimeFormatter.ofPattern(map.writes().timeFormat(), Locale.US);
  }

  /**
   * The value's text; null if it is null.
   *
   * @param name whose value it is, for messages
   * @throws IllegalArgumentException if it is of no type that a form can hold
   */
  String of(String name, Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof LocalDate date) {
      return dates.format(date);
    }
    if (value instanceof LocalTime time) {
      return times.format(time);
    }
    if (value instanceof Money money) {
      return money.amount().toPlainString();
    }
    if (value instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      return value.toString();
    }
    throw new IllegalArgumentException(
        "The value of "
            + name
            + " is a "
            + value.getClass().getSimpleName()
            + ", which no form can hold: give a String, LocalDate, LocalTime, Money, Boolean,"
            + " BigDecimal or whole number.");
  }
}
