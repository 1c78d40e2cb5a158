package dev.camelentrata.mirror;

import java.util.regex.Pattern;

/** Replaces what PostgreSQL's text and JSON cannot hold: NUL and halves of surrogate pairs. */
final class StorableText {

  private static final String REPLACEMENT = "\uFFFD";
  private static final Pattern NUL_ESCAPE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");
  private static final Pattern HALF_ESCAPE =
      Pattern.compile(
          "(?i)(?<!\\\\)((?:\\\\\\\\)*)"
              + "(?:\\\\ud[89ab][0-9a-f]{2}(?!\\\\ud[c-f][0-9a-f]{2})"
              + "|(?<!\\\\ud[89ab][0-9a-f]{2})\\\\ud[c-f][0-9a-f]{2})");

  private StorableText() {}

  static String plain(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", REPLACEMENT);
  }

  /** The same for the text of JSON, where such characters are written as escapes. */
  static String json(String json) {
    String text = plain(json);
    if (text.contains("\\u0000")) {
      text = NUL_ESCAPE.matcher(text).replaceAll("$1" + REPLACEMENT);
    }
    if (text.contains("\\ud") || text.contains("\\uD")) {
      text = HALF_ESCAPE.matcher(text).replaceAll("$1" + REPLACEMENT);
    }
    return text;
  }
}
