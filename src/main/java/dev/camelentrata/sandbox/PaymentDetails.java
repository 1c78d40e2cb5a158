package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All payments with the portal's ids; what the bank gave back is negative. */
final class PaymentDetails implements ScheduledReport {

  private static final List<String> COLUMNS =
      List.of(
          "Property",
          "Transaction Id",
          "Bldg-Unit",
          "Resident",
          "Resident Id",
          "Lease Id",
          "Post Date",
          "Payment Date",
          "Post Month",
          "Payment Type",
          "Memo",
          "Amount");

  private final ReportFacts facts;

  PaymentDetails(ReportFacts facts) {
    this.facts = facts;
  }

  @Override
  public String title() {
    return "Payment Details";
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<List<Object>> lines(SandboxProperty property) {
    Map<String, SandboxRecord> residents = facts.byId("residents", property);
    Map<String, SandboxRecord> leases = facts.byId("leases", property);
    Map<String, String> units = facts.unitNames(property);
    List<List<Object>> lines = new ArrayList<>();
    for (SandboxRecord payment : facts.records("ledger-transactions", property)) {
      if (payment.is("type", "Payment")) {
        SandboxRecord lease = leases.get(payment.text("leaseId"));
        lines.add(
            ScheduledReport.line(
                COLUMNS,
                "Property",
                property.name(),
                "Transaction Id",
                payment.id(),
                "Bldg-Unit",
                lease == null ? null : units.get(lease.text("unitId")),
                "Resident",
                ReportFacts.name(residents.get(payment.text("residentId"))),
                "Resident Id",
                payment.text("residentId"),
                "Lease Id",
                payment.text("leaseId"),
                "Post Date",
                payment.day("postedOn"),
                "Payment Date",
                payment.day("transactionOn"),
                "Post Month",
                PortalText.of(
                    payment.fields().all().get(payment.fields().place("postMonth")),
                    payment.get("postMonth")),
                "Payment Type",
                payment.text("paymentMethod"),
                "Memo",
                payment.text("description"),
                "Amount",
                new Cents(-payment.cents("amount"))));
      }
    }
    return lines;
  }

  @Override
  public List<List<Object>> foot(List<List<Object>> lines) {
    return List.of(
        ScheduledReport.line(
            COLUMNS,
            "Transaction Id",
            "Total:",
            "Amount",
            ScheduledReport.sum(COLUMNS, "Amount", lines)),
        ScheduledReport.line(COLUMNS, "Property", "(Results: " + lines.size() + ")"));
  }
}
