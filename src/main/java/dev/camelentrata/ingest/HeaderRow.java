package dev.camelentrata.ingest;

import dev.camelentrata.ingest.format.Cell;
import dev.camelentrata.ingest.format.SheetRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the columns of a report are in a file.
 *
 * @param line the number of the header row
 * @param places of each column of the definition; of a record, where its paths are, in their order
 * @param titles the texts of the header row
 * @param unknown those that no column of the definition has
 * @param missing required columns that the header row lacks
 */
record HeaderRow(
    ReportDefinition report,
    long line,
    int[][] places,
    List<String> titles,
    List<String> unknown,
    List<ReportColumn> missing) {

  private static final int[] NOWHERE = {};

  /** Holds a row against a definition; it may not be a header row at all. */
  static HeaderRow of(ReportDefinition report, SheetRow row) {
    Map<String, Integer> columns = new HashMap<>();
    int index = 0;
    for (ReportColumn column : report.columns().values()) {
      for (String name : column.names()) {
        columns.put(plain(name), index);
      }
      index++;
    }
    int[][] places = new int[report.columns().size()][];
    Arrays.fill(places, NOWHERE);
    List<String> titles = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    boolean records = report.records() != null;
    for (int i = 0; i < row.cells().size(); i++) {
      String title = row.cell(i) instanceof Cell.Text text ? text.text().strip() : "";
      titles.add(title);
      Integer column = title.isEmpty() ? null : columns.get(plain(title));
      if (column != null && (places[column].length == 0 || records)) {
        places[column] = Arrays.copyOf(places[column], places[column].length + 1);
        places[column][places[column].length - 1] = i;
      } else if (!title.isEmpty()) {
        unknown.add(title);
      }
    }
    List<ReportColumn> missing = new ArrayList<>();
    index = 0;
    for (ReportColumn column : report.columns().values()) {
      if (column.required() && places[index].length == 0) {
        missing.add(column);
      }
      index++;
    }
    return new HeaderRow(report, row.number(), places, titles, unknown, missing);
  }

  /** How many columns of the definition it has. */
  int known() {
    return (int) Arrays.stream(places).filter(place -> place.length > 0).count();
  }

  /** Whether rows below it can be read. */
  boolean complete() {
    return missing.isEmpty() && known() >= Math.min(2, report.columns().size());
  }

  boolean has(int column) {
    return places[column].length > 0;
  }

  /** A header as it is compared: letter case, line breaks and marks at its end aside. */
  static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").replaceAll("[ :*]+$", "").toLowerCase(Locale.ROOT);
  }
}
