package dev.camelentrata.sandbox;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A report as a CSV file, written property by property while it is fetched. For one thread. */
final class ReportFile implements Iterator<String> {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ReportTable report;
  private final Iterator<SandboxProperty> properties;
  private final int idColumn;
  private int rows;
  private boolean begun;
  private boolean ended;

  ReportFile(ReportTable report, List<SandboxProperty> properties) {
    this.report = report;
    this.properties = properties.iterator();
    this.idColumn = report.columns().indexOf("Id");
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public String next() {
    if (!begun) {
      begun = true;
      return BYTE_ORDER_MARK + line(report.columns());
    }
    if (properties.hasNext()) {
      List<List<String>> lines = report.lines(properties.next());
      rows += count(lines);
      return lines.stream().map(ReportFile::line).collect(Collectors.joining());
    }
    ended = true;
    return report.countSign() == null ? "" : report.countSign() + rows + ")\r\n";
  }

  /** Several lines with the same id are one row. */
  private int count(List<List<String>> lines) {
    if (idColumn < 0) {
      return lines.size();
    }
    Set<String> ids = new HashSet<>();
    lines.forEach(line -> ids.add(line.get(idColumn)));
    return ids.size();
  }

  private static String line(List<String> values) {
    return values.stream()
        .map(v -> v.matches("[^\",\\r\\n]*") ? v : "\"" + v.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(",", "", "\r\n"));
  }
}
