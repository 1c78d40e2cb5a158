package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a bank deposit of each day's payments. */
final class DepositMaker implements RecordMaker {

  @Override
  public void make(Making making) {
    Map<LocalDate, List<SandboxRecord>> days = new TreeMap<>();
    for (SandboxRecord row : making.others("ledger-transactions")) {
      if (row.is("type", "Payment") && row.cents("amount") < 0) {
        days.computeIfAbsent(row.day("postedOn"), none -> new ArrayList<>()).add(row);
      }
    }
    String account = Integer.toString(making.random.nextInt(1000, 10_000));
    days.forEach((day, payments) -> deposit(making, account, day, payments));
  }

  private static void deposit(
      Making making, String account, LocalDate day, List<SandboxRecord> payments) {
    String status =
        day.isBefore(making.today.minusDays(20))
            ? "Reconciled"
            : day.isBefore(making.today) ? "Deposited" : "Open";
    making.add(
        "bank-deposits",
        making
            .draft("bank-deposits")
            .set("number", "D" + day.toString().replace("-", ""))
            .set("bankAccount", account)
            .set("status", status)
            .set("depositedOn", day)
            .set("amount", -payments.stream().mapToLong(p -> p.cents("amount")).sum())
            .set("paymentCount", payments.size())
            .set("transactionIds", payments.stream().map(SandboxRecord::id).toList()));
  }
}
