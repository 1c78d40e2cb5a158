package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All units with who lives there and what they are charged: several lines for each unit. */
final class RentRoll implements ScheduledReport {

  private static final List<String> COLUMNS =
      List.of(
          "Property",
          "Bldg-Unit",
          "Unit Type",
          "SQFT",
          "Unit Status",
          "Resident",
          "Move-In",
          "Lease Start",
          "Lease End",
          "Expected Move-Out",
          "Market Rent",
          "Ledger",
          "Charge Code",
          "Scheduled Charges",
          "Balance",
          "Deposit Held");

  private final ReportFacts facts;

  RentRoll(ReportFacts facts) {
    this.facts = facts;
  }

  @Override
  public String title() {
    return "Rent Roll";
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
      if (lease == null) {
        lines.add(vacant(property, unit));
      } else {
        occupied(lines, property, unit, lease, residents.get(lease.text("residentId")));
      }
    }
    return lines;
  }

  private static List<Object> vacant(SandboxProperty property, SandboxUnit unit) {
    return ScheduledReport.line(
        COLUMNS,
        "Property",
        property.name(),
        "Bldg-Unit",
        ReportFacts.unitName(unit),
        "Unit Type",
        unit.floorplan().unitType(),
        "SQFT",
        unit.squareFeet(),
        "Unit Status",
        unit.letting().status().text,
        "Resident",
        "-- Vacant --",
        "Market Rent",
        new Cents(unit.letting().marketRent()));
  }

  private static void occupied(
      List<List<Object>> lines,
      SandboxProperty property,
      SandboxUnit unit,
      SandboxRecord lease,
      SandboxRecord resident) {
    List<Object> first = vacant(property, unit);
    fill(first, "Resident", ReportFacts.name(resident));
    fill(first, "Move-In", lease.day("moveInOn"));
    fill(first, "Lease Start", lease.day("startsOn"));
    fill(first, "Lease End", lease.day("endsOn"));
    fill(first, "Expected Move-Out", lease.day("moveOutOn"));
    fill(first, "Ledger", "Resident");
    fill(first, "Balance", new Cents(lease.cents("balance")));
    fill(first, "Deposit Held", new Cents(lease.cents("deposit")));
    lines.add(first);
    List<Object> line = first;
    for (SandboxRecord charge : PortalText.records(lease.get("scheduledCharges"))) {
      if (line == null) {
        line = ScheduledReport.line(COLUMNS);
        lines.add(line);
      }
      fill(line, "Charge Code", charge.text("description"));
      fill(line, "Scheduled Charges", new Cents(charge.cents("amount")));
      line = null;
    }
    lines.add(
        ScheduledReport.line(
            COLUMNS,
            "Charge Code",
            "Charge Total:",
            "Scheduled Charges",
            new Cents(ReportFacts.charges(lease))));
  }

  private static void fill(List<Object> line, String column, Object value) {
    line.set(COLUMNS.indexOf(column), value);
  }

  @Override
  public List<List<Object>> foot(List<List<Object>> lines) {
    List<List<Object>> own =
        lines.stream()
            .filter(l -> !"Charge Total:".equals(l.get(COLUMNS.indexOf("Charge Code"))))
            .toList();
    List<Object> total = ScheduledReport.line(COLUMNS, "Bldg-Unit", "Total:");
    for (String column : List.of("Market Rent", "Scheduled Charges", "Balance", "Deposit Held")) {
      fill(total, column, ScheduledReport.sum(COLUMNS, column, own));
    }
    int unit = COLUMNS.indexOf("Bldg-Unit");
    int status = COLUMNS.indexOf("Unit Status");
    List<List<Object>> foot = new ArrayList<>();
    foot.add(total);
    foot.add(ScheduledReport.line(COLUMNS));
    foot.add(ScheduledReport.line(COLUMNS, "Property", "Summary"));
    for (SpaceStatus each : SpaceStatus.values()) {
      long count =
          own.stream().filter(l -> l.get(unit) != null && each.text.equals(l.get(status))).count();
      foot.add(
          ScheduledReport.line(COLUMNS, "Property", each.text, "SQFT", Math.toIntExact(count)));
    }
    return foot;
  }
}
