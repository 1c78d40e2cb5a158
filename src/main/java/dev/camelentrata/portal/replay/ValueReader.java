package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.map.PortalMap;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * Reads the values of one portal map: its date format, its currency. Works on characters in place,
 * because it runs for every value of every row. Immutable.
 */
final class ValueReader {

  private final String dateFormat;
  private final boolean american;
  private final DateTimeFormatter dates;
  private final MoneyText money;

  ValueReader(PortalMap map) {
    this.dateFormat = map.dateFormat();
    this.american = dateFormat.equals("MM/dd/yyyy");
    this.dates =
        DateTimeFormatter.ofPattern(dateFormat.replace('y', 'u'))
            .withResolverStyle(ResolverStyle.STRICT);
    this.money = new MoneyText(map.currency());
  }

  /**
   * The value of these characters; null if they are blank, {@code --} or a dash.
   *
   * @throws UnreadableValueException if they cannot be of that type
   */
  Object read(PortalMap.Type type, char[] text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isSpace(text[start])) {
      start++;
    }
    while (end > start && isSpace(text[end - 1])) {
      end--;
    }
    if (isNull(text, start, end)) {
      return null;
    }
    return switch (type) {
      case TEXT, TEXTS -> new String(text, start, end - start);
      case INTEGER -> integer(text, start, end);
      case DECIMAL -> decimal(text, start, end);
      case MONEY -> money.read(text, start, end);
      case DATE -> date(text, start, end);
      case BOOLEAN -> truth(text, start, end);
      case LIST -> throw new UnreadableValueException("a list");
    };
  }

  Object read(PortalMap.Type type, String text) {
    return read(type, text.toCharArray(), 0, text.length());
  }

  static boolean isNull(String text) {
    String trimmed = text.strip();
    return isNull(trimmed.toCharArray(), 0, trimmed.length());
  }

  private static boolean isNull(char[] text, int start, int end) {
    int length = end - start;
    return length == 0
        || (length == 1 && (text[start] == '\u2014' || text[start] == '\u2013'))
        || (length == 2 && text[start] == '-' && text[start + 1] == '-');
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0';
  }

  private static Integer integer(char[] text, int start, int end) {
    int i = text[start] == '-' ? start + 1 : start;
    long number = 0;
    int digits = 0;
    for (; i < end; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        number = number * 10 + (c - '0');
        digits++;
      } else if (c != ',' || digits == 0) {
        throw new UnreadableValueException("a whole number");
      }
      if (number > Integer.MAX_VALUE) {
        throw new UnreadableValueException("a whole number of a sensible size");
      }
    }
    if (digits == 0) {
      throw new UnreadableValueException("a whole number");
    }
    return (int) (text[start] == '-' ? -number : number);
  }

  private static BigDecimal decimal(char[] text, int start, int end) {
    try {
      return new BigDecimal(text, start, end - start);
    } catch (NumberFormatException e) {
      throw new UnreadableValueException("a decimal number such as 1.5");
    }
  }

  private LocalDate date(char[] text, int start, int end) {
    try {
      if (!american) {
        return LocalDate.parse(new String(text, start, end - start), dates);
      }
      if (end - start == 10 && text[start + 2] == '/' && text[start + 5] == '/') {
        int month = digits(text, start, start + 2);
        int day = digits(text, start + 3, start + 5);
        return LocalDate.of(digits(text, start + 6, end), month, day);
      }
    } catch (DateTimeException e) {
      throw new UnreadableValueException("a date of the form " + dateFormat);
    }
    throw new UnreadableValueException("a date of the form " + dateFormat);
  }

  private static int digits(char[] text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      if (text[i] < '0' || text[i] > '9') {
        throw new DateTimeException("no digit");
      }
      number = number * 10 + (text[i] - '0');
    }
    return number;
  }

  private static Boolean truth(char[] text, int start, int end) {
    String word = new String(text, start, end - start);
    if (word.equals("1") || word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("true")) {
      return Boolean.TRUE;
    }
    if (word.equals("0") || word.equalsIgnoreCase("no") || word.equalsIgnoreCase("false")) {
      return Boolean.FALSE;
    }
    throw new UnreadableValueException("yes or no, true or false, 1 or 0");
  }
}
