package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who owes what, by how long it has been due. */
final class AgedReceivables implements ScheduledReport {

  private static final List<String> AGES = List.of("0-30", "31-60", "61-90", "90+ Days");
  private static final List<String> COLUMNS =
      List.of(
          "Property",
          "Bldg-Unit",
          "Resident",
          "Lease Status",
          "Unallocated Charges/Credits",
          "0-30",
          "31-60",
          "61-90",
          "90+ Days",
          "Pre-Payments",
          "Balance",
          "Last Delinquency Note");

  private final ReportFacts facts;

  AgedReceivables(ReportFacts facts) {
    this.facts = facts;
  }

  @Override
  public String title() {
    return "Resident Aged Receivables";
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<List<Object>> lines(SandboxProperty property) {
    Map<String, SandboxRecord> residents = facts.byId("residents", property);
    Map<String, long[]> open = open(property);
    Map<String, String> units = facts.unitNames(property);
    List<List<Object>> lines = new ArrayList<>();
    for (SandboxRecord lease : facts.records("leases", property)) {
      long[] amounts = open.get(lease.id());
      if (amounts == null) {
        continue;
      }
      List<Object> line =
          ScheduledReport.line(
              COLUMNS,
              "Property",
              property.name(),
              "Bldg-Unit",
              units.get(lease.text("unitId")),
              "Resident",
              ReportFacts.name(residents.get(lease.text("residentId"))),
              "Lease Status",
              lease.text("status"),
              "Unallocated Charges/Credits",
              new Cents(0),
              "Pre-Payments",
              new Cents(amounts[AGES.size()]));
      long balance = 0;
      for (int i = 0; i < amounts.length; i++) {
        balance += amounts[i];
        if (i < AGES.size()) {
          line.set(COLUMNS.indexOf(AGES.get(i)), new Cents(amounts[i]));
        }
      }
      line.set(COLUMNS.indexOf("Balance"), new Cents(balance));
      lines.add(line);
    }
    return lines;
  }

  /** By lease, what is open of each age, and at last what was paid ahead. */
  private Map<String, long[]> open(SandboxProperty property) {
    LocalDate today = facts.today();
    Map<String, long[]> open = new HashMap<>();
    for (SandboxRecord transaction : facts.records("ledger-transactions", property)) {
      long amount = transaction.cents("balance");
      if (amount != 0) {
        LocalDate due =
            transaction.day("dueOn") == null
                ? transaction.day("postedOn")
                : transaction.day("dueOn");
        long days = Math.max(0, ChronoUnit.DAYS.between(due, today) - 1);
        int age = (int) Math.min(AGES.size() - 1, days / 30);
        open.computeIfAbsent(transaction.text("leaseId"), id -> new long[AGES.size() + 1])[
                amount < 0 ? AGES.size() : age] +=
            amount;
      }
    }
    return open;
  }

  @Override
  public List<List<Object>> foot(List<List<Object>> lines) {
    List<Object> total = ScheduledReport.line(COLUMNS, "Bldg-Unit", "Total:");
    for (String column : COLUMNS.subList(4, 11)) {
      total.set(COLUMNS.indexOf(column), ScheduledReport.sum(COLUMNS, column, lines));
    }
    return List.of(total);
  }
}
