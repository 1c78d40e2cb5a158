package dev.camelentrata.mirror;

import java.util.regex.Pattern;

/** Replaces what PostgreSQL's text and JSON cannot hold: NUL and halves of surrogate pairs. */
final class StorableText {

  private static final String REPLACEMENT = "\uFFFD";
  private static final Pattern LONE = Pattern.compile("[\\x00\\uD800-\\uDFFF]");
  private static final Pattern NUL_ESCAPE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");
  private static final Pattern HALF_ESCAPE =
      Pattern.compile(
          "(?i)(?<!\\\\)((?:\\\\\\\\)*)"
              + "(?:\\\\ud[89ab][0-9a-f]{2}(?!\\\\ud[c-f][0-9a-f]{2})"
              + "|(?<!\\\\ud[89ab][0-9a-f]{2})\\\\ud[c-f][0-9a-f]{2})");

  private StorableText() {}

  /** The item with all its texts so that they read back as they were written. */
  static MirrorItem item(MirrorItem item) {
    return new MirrorItem(
        plain(item.id()),
        plain(item.sortKey()),
        json(item.data()),
        item.source() == null ? null : json(item.source()));
  }

  static String plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return LONE.matcher(text).replaceAll(REPLACEMENT);
      }
    }
    return text;
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
