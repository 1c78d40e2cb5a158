package dev.camelentrata.ingest;

import java.time.YearMonth;

/** Reads days as reports write them: {@code MM/DD/YYYY} or ISO, a time after it or not. */
final class DateText {

  private static final String NO_DATE = "is no date (MM/DD/YYYY)";
  private static final String NO_MONTH = "is no month (MM/YYYY)";

  private DateText() {}

  /** The day in ISO form. */
  static String read(String text) throws RowFault {
    int end = text.indexOf(' ');
    if (end < 0) {
      end = text.indexOf('T');
    }
    String day = end < 0 ? text : text.substring(0, end);
    if (day.length() == 10 && day.charAt(4) == '-' && day.charAt(7) == '-') {
      return iso(number(day, 0, 4), number(day, 5, 7), number(day, 8, 10));
    }
    int first = day.indexOf('/');
    int second = day.indexOf('/', first + 1);
    if (first < 1 || second < 0 || day.length() - second != 5) {
      throw new RowFault(NO_DATE);
    }
    return iso(
        number(day, second + 1, day.length()),
        number(day, 0, first),
        number(day, first + 1, second));
  }

  /** The month in ISO form. */
  static String month(String text) throws RowFault {
    int slash = text.indexOf('/');
    boolean us = slash > 0 && text.length() - slash == 5;
    boolean iso = text.length() == 7 && text.charAt(4) == '-';
    if (!us && !iso) {
      throw new RowFault(NO_MONTH);
    }
    int year = us ? number(text, slash + 1, text.length()) : number(text, 0, 4);
    int month = us ? number(text, 0, slash) : number(text, 5, 7);
    if (month < 1 || month > 12 || year < 1000) {
      throw new RowFault(NO_MONTH);
    }
    return year + (month < 10 ? "-0" : "-") + month;
  }

  private static String iso(int year, int month, int day) throws RowFault {
    if (year < 1000
        || month < 1
        || month > 12
        || day < 1
        || day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
      throw new RowFault(NO_DATE);
    }
    char[] iso = {
      (char) ('0' + year / 1000),
      (char) ('0' + year / 100 % 10),
      (char) ('0' + year / 10 % 10),
      (char) ('0' + year % 10),
      '-',
      (char) ('0' + month / 10),
      (char) ('0' + month % 10),
      '-',
      (char) ('0' + day / 10),
      (char) ('0' + day % 10)
    };
    return new String(iso);
  }

  private static int number(String text, int from, int to) throws RowFault {
    int number = 0;
    if (to == from || to - from > 4) {
      throw new RowFault(NO_DATE);
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new RowFault(NO_DATE);
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
