package dev.camelentrata.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Large report files of made-up people. */
final class BenchFiles {

  static final int PROPERTIES = 100;
  static final int UNITS = 200;

  private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("MM/dd/yyyy");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final String[] STATUSES = {"Open", "In Progress", "On Hold", "Completed"};
  private static final String[] PROBLEMS = {
    "Leak under the sink", "No heat", "Broken lock", "Paint"
  };

  private BenchFiles() {}

  /**
   * Payments as Entrata exports them.
   *
   * @param changed of so many rows one has another memo
   */
  static void payments(Path file, int rows, int changed) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "\uFEFFProperty,Bldg-Unit,Resident,Lease Id,Resident Id,Transaction Id,Post Date,"
              + "Payment Date,Post Month,Payment Type,Memo,Amount\r\n");
      for (int i = 0; i < rows; i++) {
        int unit = i % (PROPERTIES * UNITS);
        String day = DAY.plusDays(i % 28).format(US);
        out.write(property(unit));
        out.write(',' + number(unit));
        out.write(",\"Example, Resident " + unit + "\"," + (24_000_000 + unit));
        out.write("," + (23_000_000 + unit) + "," + (90_000_000 + i));
        out.write("," + day + "," + day + ",11/2026,Electronic Check,");
        out.write(i % changed == 1 ? "Autopay, mended" : "Autopay");
        out.write(",\"$" + (1 + i % 2) + "," + (100 + i % 900) + "." + (10 + i % 90) + "\"\r\n");
      }
    }
  }

  /** Work orders as Entrata exports them. */
  static void workOrders(Path file, int rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "camel-entrata", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Report");
      sheet.value(0, 0, "Work Order Details");
      sheet.value(1, 0, "All Properties");
      String[] titles =
          ("Property,Reference,Bldg-Unit,Created,Status,Priority,Type,Problem,Location,Description,"
                  + "Assigned Employee,Days Open,Due Date,Assigned Vendor,Internal Note")
              .split(",", -1);
      for (int i = 0; i < titles.length; i++) {
        sheet.value(3, i, titles[i]);
      }
      for (int i = 0; i < rows; i++) {
        workOrder(sheet, 4 + i, i);
        if (i % 10_000 == 0) {
          sheet.flush();
        }
      }
      sheet.value(4 + rows, 0, "(Results: " + rows + ")");
      Worksheet parameters = workbook.newWorksheet("Report Parameters");
      parameters.value(0, 0, "Run Date");
      parameters.value(0, 1, "11/24/2026");
    }
  }

  private static void workOrder(Worksheet sheet, int row, int i) {
    int unit = i % (PROPERTIES * UNITS);
    sheet.value(row, 0, property(unit));
    sheet.value(row, 1, String.valueOf(70_000_000 + i));
    sheet.value(row, 2, number(unit));
    day(sheet, row, 3, DAY.plusDays(i % 20));
    sheet.value(row, 4, STATUSES[i % STATUSES.length]);
    sheet.value(row, 5, i % 3 == 0 ? "High" : "Low");
    sheet.value(row, 6, "Service Request");
    sheet.value(row, 7, PROBLEMS[i % PROBLEMS.length]);
    sheet.value(row, 8, "Kitchen");
    sheet.value(row, 9, "Reported by phone, number " + i);
    sheet.value(row, 10, "Sam Example");
    sheet.value(row, 11, new BigDecimal(i % 40));
    day(sheet, row, 12, DAY.plusDays(i % 20 + 10));
  }

  private static void day(Worksheet sheet, int row, int column, LocalDate day) {
    sheet.value(row, column, day);
    sheet.style(row, column).format("MM/dd/yyyy").set();
  }

  static String property(int unit) {
    return "Property " + (1000 + unit % PROPERTIES);
  }

  static String number(int unit) {
    return (1 + unit / PROPERTIES % 4) + "-" + (100 + unit / PROPERTIES);
  }
}
