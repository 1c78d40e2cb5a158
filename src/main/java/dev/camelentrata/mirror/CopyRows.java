package dev.camelentrata.mirror;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Writes items in the text format of PostgreSQL's {@code COPY}. */
final class CopyRows {

  static final String COLUMNS = "id, sort_key, data, source";

  private static final int TYPICAL_ROW = 1_024;

  private final StringBuilder text;

  private CopyRows(int rows) {
    text = new StringBuilder(rows * TYPICAL_ROW);
  }

  static byte[] of(Collection<MirrorItem> items) {
    CopyRows rows = new CopyRows(items.size());
    items.forEach(rows::row);
    return rows.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void row(MirrorItem item) {
    field(item.id()).append('\t');
    field(item.sortKey()).append('\t');
    field(item.data()).append('\t');
    if (item.source() == null) {
      text.append("\\N");
    } else {
      field(item.source());
    }
    text.append('\n');
  }

  private StringBuilder field(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    return text;
  }
}
