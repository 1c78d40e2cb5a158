package dev.camelentrata.ingest;

/** Writes texts into JSON. */
final class JsonText {

  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  static void quoted(StringBuilder json, String text) {
    json.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        json.append(text, from, i);
        from = i + 1;
        switch (c) {
          case '"' -> json.append("\\\"");
          case '\\' -> json.append("\\\\");
          case '\n' -> json.append("\\n");
          case '\r' -> json.append("\\r");
          case '\t' -> json.append("\\t");
          case 0 -> json.append('\uFFFD');
          default -> json.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
        }
      }
    }
    json.append(text, from, text.length()).append('"');
  }
}
