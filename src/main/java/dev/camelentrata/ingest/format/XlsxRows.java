package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The rows of a sheet of an XLSX. */
final class XlsxRows implements Rows {

  private final String shown;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final ExcelDates dates;
  private final XlsxProgress progress;
  private final RowLimits limits;
  private final Map<Integer, DateStyle> styles = new HashMap<>();
  private long last;

  private XlsxRows(
      String shown,
      Stream<Row> stream,
      ExcelDates dates,
      XlsxProgress progress,
      FormatLimits limits) {
    this.shown = shown;
    this.stream = stream;
    this.rows = stream.iterator();
    this.dates = dates;
    this.progress = progress;
    this.limits = new RowLimits(shown, limits);
  }

  static XlsxRows open(
      String shown, Sheet sheet, ExcelDates dates, XlsxProgress progress, FormatLimits limits)
      throws IOException {
    try {
      return new XlsxRows(shown, sheet.openStream(), dates, progress, limits);
    } catch (RuntimeException e) {
      throw UnreadableFileException.damaged(shown, "cannot be opened.", e);
    }
  }

  @Override
  public SheetRow next() throws IOException {
    Row written = read();
    while (written != null) {
      progress.row();
      last = written.getRowNum();
      SheetRow row = new SheetRow(last, cells(written));
      if (!Cells.allEmpty(row.cells())) {
        return limits.check(row);
      }
      written = read();
    }
    return null;
  }

  private Row read() throws IOException {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (UnreadableFileException e) {
      throw e;
    } catch (RuntimeException e) {
      // The library answers broken XML with exceptions of many kinds.
      throw UnreadableFileException.damaged(shown, "breaks off after row " + last + ".", e);
    }
  }

  private List<Cell> cells(Row row) {
    List<Cell> cells = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(cell(row.getCell(i)));
    }
    return cells;
  }

  private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return Cells.EMPTY;
    }
    if (cell.getType() == CellType.ERROR) {
      return new Cell.Fault(cell.getRawValue());
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number(cell, number);
    }
    if (value instanceof Boolean flag) {
      return new Cell.Flag(flag);
    }
    return Cells.excelText(value == null ? null : value.toString());
  }

  private Cell number(org.dhatim.fastexcel.reader.Cell cell, BigDecimal written) {
    Integer id = cell.getDataFormatId();
    DateStyle style =
        id == null
            ? DateStyle.NONE
            : styles.computeIfAbsent(id, i -> DateStyle.of(i, cell.getDataFormatString()));
    return style == DateStyle.NONE
        ? Cells.number(Cells.excelNumber(written))
        : dates.cell(written, style);
  }

  @Override
  public double progress() {
    return progress.share();
  }

  @Override
  public void close() {
    stream.close();
  }
}
