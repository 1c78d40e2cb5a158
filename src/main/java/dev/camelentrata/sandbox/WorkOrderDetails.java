package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All work orders with the portal's references. */
final class WorkOrderDetails implements ScheduledReport {

  private static final List<String> COLUMNS =
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

  private final ReportFacts facts;

  WorkOrderDetails(ReportFacts facts) {
    this.facts = facts;
  }

  @Override
  public String title() {
    return "Work Order Details";
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<List<Object>> lines(SandboxProperty property) {
    Map<String, String> units = facts.unitNames(property);
    List<List<Object>> lines = new ArrayList<>();
    for (SandboxRecord order : facts.records("work-orders", property)) {
      List<SandboxRecord> notes = PortalText.records(order.get("notes"));
      lines.add(
          ScheduledReport.line(
              COLUMNS,
              "Property",
              property.name(),
              "Reference",
              order.id(),
              "Bldg-Unit",
              units.get(order.text("unitId")),
              "Created",
              order.day("createdOn"),
              "Status",
              order.text("status"),
              "Priority",
              order.text("priority"),
              "Type",
              order.text("type"),
              "Problem",
              order.text("problem"),
              "Location",
              order.text("location"),
              "Description",
              order.text("description"),
              "Assigned Employee",
              order.text("assignedTo"),
              "Days Open",
              daysOpen(order),
              "Due Date",
              order.day("dueOn"),
              "Assigned Vendor",
              order.text("vendorId"),
              "Internal Note",
              notes.isEmpty() ? null : notes.get(notes.size() - 1).text("text")));
    }
    return lines;
  }

  private Integer daysOpen(SandboxRecord order) {
    LocalDate completed = order.day("completedOn");
    LocalDate end = completed == null ? facts.today() : completed;
    return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(order.day("createdOn"), end)));
  }

  @Override
  public List<List<Object>> foot(List<List<Object>> lines) {
    int place = COLUMNS.indexOf("Days Open");
    double average =
        lines.stream()
            .map(line -> (Integer) line.get(place))
            .filter(Objects::nonNull)
            .mapToInt(days -> days)
            .average()
            .orElse(0);
    return List.of(
        ScheduledReport.line(
            COLUMNS, "Property", "Average:", "Days Open", (int) Math.round(average)),
        ScheduledReport.line(COLUMNS, "Property", "(Results: " + lines.size() + ")"));
  }
}
