package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands on a workbook's sheet "Report Parameters": a label and a value in each row. */
final class Parameters {

  private static final String SHEET = "Report Parameters";
  private static final int MOST = 1_000;

  private Parameters() {}

  static boolean isName(String sheet) {
    return sheet.strip().equalsIgnoreCase(SHEET);
  }

  /** The first cell of each row without its colon, and the others' texts; the first of a label. */
  static Map<String, String> read(Rows rows) throws IOException {
    Map<String, String> labels = new LinkedHashMap<>();
    SheetRow row = rows.next();
    while (row != null && labels.size() < MOST) {
      List<String> texts =
          row.cells().stream().map(cell -> cell.text().strip()).filter(t -> !t.isEmpty()).toList();
      if (texts.size() > 1) {
        String value = texts.stream().skip(1).collect(Collectors.joining(", "));
        labels.putIfAbsent(label(texts.get(0)), value);
      } else if (texts.size() == 1 && texts.get(0).indexOf(':') > 0) {
        String text = texts.get(0);
        int colon = text.indexOf(':');
        labels.putIfAbsent(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
      }
      row = rows.next();
    }
    return Collections.unmodifiableMap(labels);
  }

  private static String label(String text) {
    return text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
  }
}
