package dev.camelentrata.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Scheduled reports as XLSX: title, properties and period in the first rows, days as Excel's serial
 * numbers, negative amounts in parentheses, and a second sheet with the parameters.
 */
final class ReportWorkbook {

  private static final int HEADER_ROW = 4;

  private ReportWorkbook() {}

  static void write(ReportTableFile report, OutputStream out) throws IOException {
    try (Workbook book = new Workbook(out, "Entrata", "1.0")) {
      Worksheet sheet = book.newWorksheet(report.title());
      sheet.value(0, 0, report.title());
      sheet.value(1, 0, String.join(", ", report.properties()));
      sheet.value(2, 0, "As of " + UsText.date(report.day()));
      for (int i = 0; i < report.columns().size(); i++) {
        sheet.value(HEADER_ROW, i, report.columns().get(i));
      }
      int row = HEADER_ROW;
      for (List<Object> line : report.lines()) {
        row++;
        for (int i = 0; i < line.size(); i++) {
          cell(sheet, row, i, line.get(i));
        }
      }
      parameters(book.newWorksheet("Report Parameters"), report);
    }
  }

  private static void cell(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof LocalDate day) {
      sheet.value(row, column, day);
      sheet.style(row, column).format("mm/dd/yyyy").set();
    } else if (value instanceof Cents cents && cents.amount() >= 0) {
      sheet.value(row, column, BigDecimal.valueOf(cents.amount(), 2));
      sheet.style(row, column).format("$#,##0.00").set();
    } else if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value != null) {
      sheet.value(row, column, value.toString());
    }
  }

  private static void parameters(Worksheet sheet, ReportTableFile report) {
    sheet.value(0, 0, "Report");
    sheet.value(0, 1, report.title());
    sheet.value(1, 0, "Properties");
    sheet.value(1, 1, String.join(", ", report.properties()));
    sheet.value(2, 0, "As Of");
    sheet.value(2, 1, UsText.date(report.day()));
  }
}
