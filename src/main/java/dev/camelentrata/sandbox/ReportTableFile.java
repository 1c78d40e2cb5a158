package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A scheduled report as it is on a day.
 *
 * @param properties whose lines are in it, for its head
 */
record ReportTableFile(
    String title,
    LocalDate day,
    List<String> properties,
    List<String> columns,
    List<List<Object>> lines) {

  static ReportTableFile of(
      ScheduledReport report, LocalDate day, List<SandboxProperty> properties) {
    List<List<Object>> lines = new ArrayList<>();
    properties.forEach(property -> lines.addAll(report.lines(property)));
    lines.addAll(report.foot(List.copyOf(lines)));
    return new ReportTableFile(
        report.title(),
        day,
        properties.stream().map(SandboxProperty::name).toList(),
        report.columns(),
        lines);
  }

  /** The name of its file, as Entrata gives it. */
  String fileName(String extension) {
    return day + "_" + title + "." + extension;
  }
}
