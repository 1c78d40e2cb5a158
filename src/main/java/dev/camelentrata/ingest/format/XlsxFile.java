package dev.camelentrata.ingest.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook of 2007 or later, whose archive was opened and checked. */
final class XlsxFile {

  private final Path file;
  private final Source source;
  private final FormatLimits limits;

  XlsxFile(Path file, Source source, FormatLimits limits) {
    this.file = file;
    this.source = source;
    this.limits = limits;
  }

  void read(Archive archive, PartReader reader) throws IOException {
    WorkbookScan scan = new WorkbookScan(source.shown(), limits);
    scan.look(archive);
    ExcelDates dates = new ExcelDates(scan.since1904());
    XlsxProgress progress = new XlsxProgress(source.span(), scan.rows());
    try (ReadableWorkbook workbook = open(scan.hasStyles())) {
      List<Sheet> visible =
          workbook
              .getSheets()
              .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
              .toList();
      Map<String, String> parameters = parameters(workbook.getSheets().toList(), dates);
      int parts = 0;
      for (Sheet sheet : visible) {
        if (!Parameters.isName(sheet.getName()) && hasRows(sheet, dates)) {
          String name = parts == 0 ? source.name() : source.name() + "#" + sheet.getName();
          parts++;
          reader.part(
              new SheetPart(
                  name, FileFormat.XLSX, parameters, () -> rows(sheet, dates, progress.ofSheet())));
        }
      }
      if (parts == 0) {
        throw UnreadableFileException.damaged(
            source.shown(), "has no visible sheet with anything in it.", null);
      }
    }
  }

  /** Their sheet comes after the data's, and is read before it. */
  private Map<String, String> parameters(List<Sheet> sheets, ExcelDates dates) throws IOException {
    for (Sheet sheet : sheets) {
      if (Parameters.isName(sheet.getName())) {
        try (Rows rows = rows(sheet, dates, XlsxProgress.none())) {
          return Parameters.read(rows);
        }
      }
    }
    return Map.of();
  }

  private boolean hasRows(Sheet sheet, ExcelDates dates) throws IOException {
    try (Rows rows = rows(sheet, dates, XlsxProgress.none())) {
      return rows.next() != null;
    }
  }

  private Rows rows(Sheet sheet, ExcelDates dates, XlsxProgress progress) throws IOException {
    String shown = source.shown() + ", sheet " + sheet.getName();
    return XlsxRows.open(shown, sheet, dates, progress, limits);
  }

  private ReadableWorkbook open(boolean styles) {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(styles, true));
    } catch (IOException | RuntimeException e) {
      // The library answers missing and broken parts with exceptions of many kinds.
      throw UnreadableFileException.damaged(
          source.shown(), "is a workbook with parts missing or broken.", e);
    }
  }
}
