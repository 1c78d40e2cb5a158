package dev.camelentrata.ingest.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a number format of Excel shows a day, a day with time, a time, or a plain number. */
enum DateStyle {
  NONE,
  DAY,
  MOMENT,
  TIME;

  /** Literal text, escaped characters, colours, locales; elapsed hours stay, as {@code [h]}. */
  private static final Pattern NOT_CODES =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]");

  /**
   * @param id the format's number; those below 164 have no code in the file
   * @param code the format's code, or null
   */
  static DateStyle of(int id, String code) {
    if (code != null && id >= 164) {
      return ofCode(code);
    }
    if (between(14, id, 17) || between(27, id, 31) || id == 36 || between(50, id, 58)) {
      return DAY;
    }
    if (id == 22) {
      return MOMENT;
    }
    if (between(18, id, 21) || between(32, id, 35) || between(45, id, 47)) {
      return TIME;
    }
    return code == null ? NONE : ofCode(code);
  }

  private static boolean between(int first, int id, int last) {
    return id >= first && id <= last;
  }

  private static DateStyle ofCode(String code) {
    String positive = code.split(";", 2)[0];
    String codes = NOT_CODES.matcher(positive.toLowerCase(Locale.ROOT)).replaceAll("");
    if (codes.contains("general")) {
      return NONE;
    }
    boolean day = codes.contains("y") || codes.contains("d");
    boolean time = codes.contains("h") || codes.contains("s");
    if (day || codes.contains("mmm") || (!time && codes.contains("m"))) {
      return time ? MOMENT : DAY;
    }
    return time ? TIME : NONE;
  }
}
