package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Leases that end within the next 90 days. */
final class ExpiringLeases implements ScheduledReport {

  private static final int DAYS = 90;
  private static final List<String> COLUMNS =
      List.of(
          "Property",
          "Bldg-Unit",
          "Unit Type",
          "Resident",
          "Lease Interval Status",
          "Email",
          "Lease Status",
          "Primary Phone",
          "Lease Start",
          "Lease End",
          "Move-Out",
          "Deposit Held",
          "Scheduled Charges");

  private final ReportFacts facts;

  ExpiringLeases(ReportFacts facts) {
    this.facts = facts;
  }

  @Override
  public String title() {
    return "Expiring Leases";
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<List<Object>> lines(SandboxProperty property) {
    Map<String, SandboxRecord> leases = facts.livedIn(property);
    Map<String, SandboxRecord> residents = facts.byId("residents", property);
    List<List<Object>> lines = new ArrayList<>();
    for (SandboxUnit unit : facts.content.units(property.id())) {
      SandboxRecord lease = leases.get(unit.id());
      if (lease != null && soon(lease)) {
        SandboxRecord resident = residents.get(lease.text("residentId"));
        lines.add(
            ScheduledReport.line(
                COLUMNS,
                "Property",
                property.name(),
                "Bldg-Unit",
                ReportFacts.unitName(unit),
                "Unit Type",
                unit.floorplan().unitType(),
                "Resident",
                ReportFacts.name(resident),
                "Lease Interval Status",
                lease.text("interval"),
                "Email",
                resident == null ? null : resident.text("email"),
                "Lease Status",
                lease.text("status"),
                "Primary Phone",
                resident == null ? null : resident.text("phone"),
                "Lease Start",
                lease.day("startsOn"),
                "Lease End",
                lease.day("endsOn"),
                "Move-Out",
                lease.day("moveOutOn"),
                "Deposit Held",
                new Cents(lease.cents("deposit")),
                "Scheduled Charges",
                new Cents(ReportFacts.charges(lease))));
      }
    }
    return lines;
  }

  private boolean soon(SandboxRecord lease) {
    return lease.day("endsOn") != null
        && !lease.day("endsOn").isBefore(facts.today())
        && lease.day("endsOn").isBefore(facts.today().plusDays(DAYS));
  }

  @Override
  public List<List<Object>> foot(List<List<Object>> lines) {
    return List.of(
        ScheduledReport.line(
            COLUMNS,
            "Bldg-Unit",
            "Total:",
            "Deposit Held",
            ScheduledReport.sum(COLUMNS, "Deposit Held", lines),
            "Scheduled Charges",
            ScheduledReport.sum(COLUMNS, "Scheduled Charges", lines)),
        ScheduledReport.line(COLUMNS, "Property", "(Results: " + lines.size() + ")"));
  }
}
