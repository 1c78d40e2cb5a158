package dev.camelentrata.portal.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** What the portal itself sent for a row of a file, as a JSON object of headings and cells. */
final class CsvSource {

  private CsvSource() {}

  /** The line's cells; of several lines, a list of them under {@code lines}. */
  static String of(List<String> headings, List<CSVRecord> lines) {
    if (lines.size() == 1) {
      return cells(headings, lines.get(0)).toString();
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ArrayNode each = all.putArray("lines");
    lines.forEach(line -> each.add(cells(headings, line)));
    return all.toString();
  }

  private static ObjectNode cells(List<String> headings, CSVRecord line) {
    ObjectNode cells = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < Math.min(headings.size(), line.size()); i++) {
      cells.put(headings.get(i), line.get(i));
    }
    return cells;
  }
}
