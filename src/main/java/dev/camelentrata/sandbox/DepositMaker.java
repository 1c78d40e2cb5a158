package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a bank deposit of each day's payments. The properties share three bank accounts, in turn:
 * 1001 has the one that ends in 4821, 1002 that in 4822, 1003 that in 4823, 1004 the first again.
 */
final class DepositMaker implements RecordMaker {

  private static final List<String> ACCOUNTS = List.of("4821", "4822", "4823");

  @Override
  public void make(Making making) {
    Map<LocalDate, List<SandboxRecord>> days = new TreeMap<>();
    for (SandboxRecord row : making.others("ledger-transactions")) {
      if (row.is("type", "Payment") && row.cents("amount") < 0) {
        days.computeIfAbsent(row.day("postedOn"), none -> new ArrayList<>()).add(row);
      }
    }
    String account = ACCOUNTS.get(making.propertyIndex % ACCOUNTS.size());
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
