package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.operation.Row;
import dev.camelentrata.portal.operation.RowFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVRecord;

/** Reads the rows of a CSV file property by property. Immutable. */
final class CsvPlan {

  private static final String ID = "id";
  private static final String PROPERTY = "propertyId";

  private final PortalMap.CsvRows csv;
  private final RowFields names;
  private final List<FieldPlan> fields;
  private final ValueReader values;

  CsvPlan(PortalMap.CsvRows csv, ValueReader values) {
    this.csv = csv;
    this.names = new RowFields(csv.fields().keySet());
    this.fields = FieldPlan.all(csv.fields(), names);
    this.values = values;
  }

  /** The rows of one property, each with the lines that it was read from. */
  record Part(List<Row> rows, List<List<CSVRecord>> lines, List<String> headings) {}

  /**
   * Looks through the whole file before any of it is believed: the rows of each property stand
   * together, none comes twice, all are there.
   *
   * @param wanted the properties that were asked for
   * @return how many rows there are
   */
  int check(PackedBody body, Set<String> wanted, DriftSite report) {
    DriftSite site = report.below("csv");
    try (CsvLines lines = new CsvLines(body, csv.total(), site)) {
      CsvRowReader reader = reader(lines, site);
      Set<String> seen = new HashSet<>();
      Set<String> ids = new HashSet<>();
      String property = null;
      String id = null;
      int rows = 0;
      for (CSVRecord line = lines.next(); line != null; line = lines.next()) {
        String lineProperty = required(reader, PROPERTY, line, site);
        String lineId = required(reader, ID, line, site);
        if (!lineProperty.equals(property)) {
          requireNew(lineProperty, wanted, seen, site);
          property = lineProperty;
          ids.clear();
          id = null;
        }
        if (!lineId.equals(id)) {
          id = lineId;
          rows++;
          if (!ids.add(lineId)) {
            throw twice();
          }
        }
      }
      lines.requireTotal(rows);
      return rows;
    }
  }

  /** Hands over the rows of each property, in the file's order. */
  void each(PackedBody body, DriftSite report, BiConsumer<String, Part> property) {
    DriftSite site = report.below("csv");
    try (CsvLines lines = new CsvLines(body, csv.total(), site)) {
      CsvRowReader reader = reader(lines, site);
      Gathered gathered = new Gathered(reader, lines.columns().headings(), property);
      for (CSVRecord line = lines.next(); line != null; line = lines.next()) {
        gathered.add(line);
      }
      gathered.endProperty();
    }
  }

  private CsvRowReader reader(CsvLines lines, DriftSite site) {
    return new CsvRowReader(names, fields, lines.columns(), values, site);
  }

  private static String required(
      CsvRowReader reader, String field, CSVRecord line, DriftSite site) {
    String text = reader.text(field, line);
    if (text == null) {
      throw site.drift(
          "fields." + field, "it is required and empty in line " + line.getRecordNumber());
    }
    return text;
  }

  private static void requireNew(
      String property, Set<String> wanted, Set<String> seen, DriftSite site) {
    if (!wanted.contains(property)) {
      throw site.drift(
          "fields." + PROPERTY, "a row is of a property that the report was not asked for");
    }
    if (!seen.add(property)) {
      throw site.drift(
          "fields." + PROPERTY,
          "the rows of a property do not stand together; let the report be sorted by property");
    }
  }

  private static PortalException twice() {
    return PortalException.of(
        PortalProblem.PORTAL_UNAVAILABLE,
        "A row came twice in the portal's report. Try again later.");
  }

  /** The lines of the row and the rows of the property that are being read. */
  private static final class Gathered {

    private final CsvRowReader reader;
    private final List<String> headings;
    private final BiConsumer<String, Part> property;
    private List<CSVRecord> lines = new ArrayList<>();
    private Part part;
    private String id;
    private String propertyId;
    private int number;

    Gathered(CsvRowReader reader, List<String> headings, BiConsumer<String, Part> property) {
      this.reader = reader;
      this.headings = headings;
      this.property = property;
      this.part = new Part(new ArrayList<>(), new ArrayList<>(), headings);
    }

    void add(CSVRecord line) {
      String lineId = reader.text(ID, line);
      String lineProperty = reader.text(PROPERTY, line);
      if (!lineId.equals(id) || !lineProperty.equals(propertyId)) {
        endRow();
      }
      if (!lineProperty.equals(propertyId)) {
        endProperty();
      }
      id = lineId;
      propertyId = lineProperty;
      lines.add(line);
    }

    private void endRow() {
      if (!lines.isEmpty()) {
        part.rows().add(reader.row(lines, ++number));
        part.lines().add(lines);
        lines = new ArrayList<>();
      }
    }

    void endProperty() {
      endRow();
      if (!part.rows().isEmpty()) {
        property.accept(propertyId, part);
        part = new Part(new ArrayList<>(), new ArrayList<>(), headings);
      }
    }
  }
}
