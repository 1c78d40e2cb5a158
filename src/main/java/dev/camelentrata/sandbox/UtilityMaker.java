package dev.camelentrata.sandbox;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/** Makes last month's utility charges of some leases. */
final class UtilityMaker implements RecordMaker {

  @Override
  public void make(Making making) {
    YearMonth month = YearMonth.from(making.today).minusMonths(1);
    for (SandboxRecord lease : making.others("leases")) {
      boolean lived = lease.is("status", "Current") || lease.is("status", "Notice");
      if (lived && lease.day("startsOn").isBefore(month.atDay(1)) && making.chance(30)) {
        charge(making, lease, month);
      }
    }
  }

  private static void charge(Making making, SandboxRecord lease, YearMonth month) {
    String utility = making.pick(List.of("Water", "Sewer", "Electric", "Gas", "Trash"));
    String unit =
        switch (utility) {
          case "Electric" -> "kWh";
          case "Gas" -> "therms";
          case "Trash" -> "months";
          default -> "gallons";
        };
    int usage = utility.equals("Trash") ? 10 : making.random.nextInt(180, 9000);
    making.add(
        "utility-charges",
        making
            .draft("utility-charges")
            .set("leaseId", lease.id())
            .set("unitId", lease.text("unitId"))
            .set("utility", utility)
            .set("startsOn", month.atDay(1))
            .set("endsOn", month.atEndOfMonth())
            .set("usage", BigDecimal.valueOf(usage, 1))
            .set("usageUnit", unit)
            .set("amount", (long) making.random.nextInt(900, 9800))
            .set("status", making.pick(List.of("Posted", "Posted", "Billed", "Estimated"))));
  }
}
