package dev.camelentrata.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Large report files of made-up people. */
final class BenchFiles {

  static final int PROPERTIES = 100;
  static final int UNITS = 200;

  private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("MM/dd/yyyy");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final List<String> TITLES =
      List.of(
          "Property",
          "Reference",
          "Bldg-Unit",
          "Created",
          "Status",
          "Priority",
          "Type",
          "Problem",
          "Location",
          "Description",
          "Assigned Employee",
          "Days Open",
          "Due Date",
          "Assigned Vendor",
          "Internal Note");
  private static final String[] STATUSES = {"Open", "In Progress", "On Hold"};
  private static final String[] PROBLEMS = {
    "Leak under the sink", "No heat", "Broken lock", "Paint"
  };

  private BenchFiles() {}

  /**
   * Work orders as Entrata exports them.
   *
   * @param changed of so many rows one is completed
   */
  static void csv(Path file, int rows, int changed) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write('\uFEFF' + String.join(",", TITLES) + "\r\n");
      for (int i = 0; i < rows; i++) {
        StringBuilder line = new StringBuilder();
        for (Object cell : cells(i, i % changed == 1)) {
          String text =
              cell == null ? "" : cell instanceof LocalDate day ? day.format(US) : cell.toString();
          line.append(line.isEmpty() ? "" : ",");
          line.append(text.indexOf(',') < 0 ? text : '"' + text + '"');
        }
        out.write(line.append("\r\n").toString());
      }
      out.write("(Results: " + rows + ")" + ",".repeat(TITLES.size() - 1) + "\r\n");
    }
  }

  /** The same as a workbook, of other work orders. */
  static void xlsx(Path file, int rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "camel-entrata", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Report");
      sheet.value(0, 0, "Work Order Details");
      sheet.value(1, 0, "All Properties");
      for (int i = 0; i < TITLES.size(); i++) {
        sheet.value(3, i, TITLES.get(i));
      }
      for (int i = 0; i < rows; i++) {
        List<Object> cells = cells(5_000_000 + i, false);
        for (int column = 0; column < cells.size(); column++) {
          put(sheet, 4 + i, column, cells.get(column));
        }
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

  private static void put(Worksheet sheet, int row, int column, Object cell) {
    if (cell instanceof LocalDate day) {
      day(sheet, row, column, day);
    } else if (cell instanceof Integer number) {
      sheet.value(row, column, new BigDecimal(number));
    } else if (cell != null) {
      sheet.value(row, column, cell.toString());
    }
  }

  private static List<Object> cells(int i, boolean completed) {
    int unit = i % (PROPERTIES * UNITS);
    return Arrays.asList(
        property(unit),
        String.valueOf(70_000_000 + i),
        number(unit),
        DAY.plusDays(i % 20),
        completed ? "Completed" : STATUSES[i % STATUSES.length],
        i % 3 == 0 ? "High" : "Low",
        "Service Request",
        PROBLEMS[i % PROBLEMS.length],
        "Kitchen",
        "Resident reports by phone that it began "
            + i % 9
            + " days ago, and asks for a call before",
        "Sam Example " + i % 50,
        i % 40,
        DAY.plusDays(i % 20 + 10),
        i % 7 == 0 ? "Example Plumbing, Inc." : null,
        i % 2 == 0 ? "Parts ordered, see mail of the " + i % 28 + "th; second visit agreed" : null);
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
