package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Makes two months of the general ledger: rents and payments as billed, and what was spent. */
final class BooksMaker implements RecordMaker {

  private static final List<String> EXPENSES =
      List.of(
          "5110 Repairs & Maintenance",
          "5120 Landscaping",
          "5210 Water & Sewer",
          "5220 Electricity",
          "5310 Payroll",
          "5410 Marketing",
          "5510 Insurance");

  @Override
  public void make(Making making) {
    YearMonth now = YearMonth.from(making.today);
    for (YearMonth month : List.of(now.minusMonths(1), now)) {
      long charged = 0;
      long paid = 0;
      for (SandboxRecord row : making.others("ledger-transactions")) {
        if (month.equals(row.get("postMonth"))) {
          charged += Math.max(0, row.cents("amount"));
          paid += Math.max(0, -row.cents("amount"));
        }
      }
      LocalDate day = month.atDay(1);
      pair(making, day, "1200 Accounts Receivable", "4010 Rent Income", charged, "AR Charge");
      pair(making, day, "1010 Cash", "1200 Accounts Receivable", paid, "AR Payment");
      for (String expense : EXPENSES) {
        LocalDate posted = day.plusDays(making.random.nextInt(0, making.today.getDayOfMonth()));
        pair(
            making,
            posted,
            expense,
            "2010 Accounts Payable",
            making.dollars(180, 9400),
            "AP Invoice");
      }
    }
  }

  private static void pair(
      Making making, LocalDate day, String debit, String credit, long amount, String type) {
    String reference = "GJ-" + making.random.nextInt(10_000, 100_000);
    entry(making, day, debit, amount, null, type, reference);
    entry(making, day, credit, null, amount, type, reference);
  }

  private static void entry(
      Making making,
      LocalDate day,
      String account,
      Long debit,
      Long credit,
      String type,
      String reference) {
    String name = account.substring(5);
    making.add(
        "gl-transactions",
        making
            .draft("gl-transactions")
            .set("account", account.substring(0, 4))
            .set("accountName", name)
            .set("transactionOn", day)
            .set("postedOn", day)
            .set("postMonth", YearMonth.from(day))
            .set("debit", debit)
            .set("credit", credit)
            .set("reference", reference)
            .set("memo", name + " for " + YearMonth.from(day))
            .set("type", type));
  }
}
