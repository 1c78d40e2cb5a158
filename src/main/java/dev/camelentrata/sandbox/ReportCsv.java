package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Scheduled reports as CSV: a byte order mark, quotes where needed, lines that end with CR LF. */
final class ReportCsv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ReportCsv() {}

  static String text(ReportTableFile report) {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    text.append(line(report.columns()));
    report.lines().forEach(line -> text.append(line(line)));
    return text.toString();
  }

  private static String line(List<?> cells) {
    return cells.stream().map(ReportCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(Object value) {
    String text =
        value == null ? "" : value instanceof LocalDate day ? UsText.date(day) : value.toString();
    return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
