package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.List;

/** The Availability report of the library, as it is sent. */
final class ScheduledAvailability implements ScheduledReport {

  private final AvailabilityReport report;

  ScheduledAvailability(ReportFacts facts) {
    this.report = new AvailabilityReport(facts.content);
  }

  @Override
  public String title() {
    return report.title();
  }

  @Override
  public List<String> columns() {
    return report.columns();
  }

  @Override
  public List<List<Object>> lines(SandboxProperty property) {
    List<List<Object>> lines = new ArrayList<>();
    report.lines(property).forEach(line -> lines.add(new ArrayList<>(line)));
    return lines;
  }

  @Override
  public List<List<Object>> foot(List<List<Object>> lines) {
    return List.of();
  }
}
