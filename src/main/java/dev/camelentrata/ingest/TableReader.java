package dev.camelentrata.ingest;

import dev.camelentrata.ingest.format.Cell;
import dev.camelentrata.ingest.format.Rows;
import dev.camelentrata.ingest.format.SheetRow;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows below a header to their end. Of one table. */
final class TableReader {

  /** More bad rows than this are no accident, however long the file is. */
  private static final int MOST_REJECTED = 50_000;

  private final String file;
  private final HeaderRow header;
  private final FileContext context;
  private final KeptRows kept;
  private final Rejections rejections;
  private final TableLines lines;
  private final Sums sums;
  private final List<FeedWriter> feeds = new ArrayList<>();
  private final ReportColumn[] columns;
  private final String[] values;
  private final int propertyColumn;
  private final int continues;
  private final List<RejectedRow> rejected = new ArrayList<>();
  private String property;
  private long read;
  private long unmatched;

  TableReader(
      String file,
      HeaderRow header,
      String property,
      FileContext context,
      KeptRows kept,
      Rejections rejections) {
    this.file = file;
    this.header = header;
    this.property = property;
    this.context = context;
    this.kept = header.report().keep() ? kept : null;
    this.rejections = rejections;
    this.lines = new TableLines(header.report());
    this.sums = new Sums(header);
    this.columns = header.report().columns().values().toArray(ReportColumn[]::new);
    this.values = new String[columns.length];
    this.propertyColumn = first(ColumnType.PROPERTY);
    this.continues = column(header.report().continues());
    header.report().feeds().forEach(feed -> feeds.add(new FeedWriter(header, feed, context)));
  }

  private int first(ColumnType type) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].type() == type && header.has(i)) {
        return i;
      }
    }
    return -1;
  }

  private int column(String key) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Reads to the end.
   *
   * @throws ReportRefusedException if the table as a whole cannot be believed
   */
  TableResult read(Rows rows, IngestProgress progress) throws IOException {
    for (SheetRow row = rows.next(); row != null; row = rows.next()) {
      if (!row(row)) {
        break;
      }
      progress.row(rows);
    }
    feeds.forEach(FeedWriter::rest);
    return new TableResult(header, read, unmatched, feeds, rejected);
  }

  /** Reads a row; false at the table's end. */
  private boolean row(SheetRow row) {
    RowFault fault = null;
    int faulty = -1;
    int empty = 0;
    boolean lacking = false;
    for (int i = 0; i < columns.length; i++) {
      values[i] = null;
      try {
        values[i] = value(columns[i], i, row);
      } catch (RowFault e) {
        if (fault == null) {
          fault = e;
          faulty = i;
        }
      }
      empty += values[i] == null ? 1 : 0;
      lacking |= values[i] == null && columns[i].required();
    }
    boolean continued = continues >= 0 && values[continues] == null && columns.length - empty > 1;
    TableLines.Line line = lines.of(row, lacking || fault != null || continued);
    if (line instanceof TableLines.Total total) {
      sums.check(total.rule(), row, file);
    } else if (line instanceof TableLines.Count count) {
      count(count, row);
    } else if (line instanceof TableLines.Data) {
      data(row, fault, faulty, lacking && !continued, continued);
    }
    return !(line instanceof TableLines.End);
  }

  private String value(ReportColumn column, int index, SheetRow row) throws RowFault {
    int[] places = header.places()[index];
    for (int place : places) {
      String value = CellValues.read(column, row.cell(place));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private void count(TableLines.Count count, SheetRow row) {
    if (!count.rows().equals(BigInteger.valueOf(read))) {
      throw new ReportRefusedException(
          "wrong-total",
          "%s, row %d: there should be %d rows, but %d are there. The file is not whole: export it again."
              .formatted(file, row.number(), count.rows(), read));
    }
  }

  private void data(SheetRow row, RowFault fault, int faulty, boolean lacking, boolean continued) {
    if (lacking && heading(row)) {
      return;
    }
    read++;
    if (propertyColumn >= 0 && (values[propertyColumn] != null || faulty == propertyColumn)) {
      property =
          values[propertyColumn] == null ? null : context.properties().find(values[propertyColumn]);
    }
    if (fault != null) {
      reject(row, faulty, fault.getMessage());
      return;
    }
    if (lacking) {
      reject(row, lackingColumn(), "is empty");
      return;
    }
    if (!header.report().totals().isEmpty()) {
      sums.add(row.number(), values);
    }
    land(row, continued);
  }

  /** A row with one text in it: the name of the property that follows, or of a section. */
  private boolean heading(SheetRow row) {
    String only = null;
    for (Cell cell : row.cells()) {
      if (!cell.isEmpty()) {
        if (only != null || !(cell instanceof Cell.Text text)) {
          return false;
        }
        only = text.text();
      }
    }
    String named = only == null ? null : context.properties().find(only);
    if (named != null) {
      property = named;
    }
    return true;
  }

  private int lackingColumn() {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].required() && values[i] == null) {
        return i;
      }
    }
    return 0;
  }

  private void land(SheetRow row, boolean continued) {
    if (kept != null) {
      kept.add(header, context.part(), row.number(), property, values);
    }
    if (continued || feeds.isEmpty()) {
      return;
    }
    if (property == null) {
      unmatched++;
      return;
    }
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].type() == ColumnType.PROPERTY) {
        values[i] = property;
      } else if (columns[i].type() == ColumnType.UNIT && values[i] != null) {
        values[i] = context.keys().unit(property, values[i]);
        if (values[i] == null && columns[i].required()) {
          unmatched++;
          return;
        }
      }
    }
    for (FeedWriter feed : feeds) {
      feed.write(row.number(), property, values);
    }
  }

  private void reject(SheetRow row, int column, String reason) {
    sums.spoilt();
    rejected.add(rejections.of(file, header, context.part(), property, row, column, reason));
    if (rejected.size() > MOST_REJECTED) {
      throw new ReportRefusedException(
          "too-many-bad-rows",
          "%s: %,d of %,d rows cannot be read; the last one is row %d, where %s %s."
              .formatted(
                  file, rejected.size(), read, row.number(), columns[column].title(), reason));
    }
  }
}
