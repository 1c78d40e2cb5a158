package dev.camelentrata.ingest;

import java.util.List;
import java.util.Set;

/**
 * A column of a report.
 *
 * @param key what the definition calls it
 * @param names what its header may be, the usual one first; in XML and JSON, paths from the record
 * @param required whether a file without it is refused, and a row without a value rejected
 * @param personal whether its values are hidden from those who read rejected rows
 * @param blank texts that stand for an empty cell, in lower case
 */
record ReportColumn(
    String key,
    List<String> names,
    ColumnType type,
    boolean required,
    boolean personal,
    Set<String> blank) {

  ReportColumn {
    names = List.copyOf(names);
    blank = Set.copyOf(blank);
  }

  String title() {
    return names.get(0);
  }
}
