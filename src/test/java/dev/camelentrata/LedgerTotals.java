package dev.camelentrata;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the accounts must come to by the portal's ledgers alone: summed from the sandbox's records,
 * with a chart of accounts of its own instead of the file of charge codes.
 */
final class LedgerTotals {

  private static final Map<String, String> ACCOUNTS =
      Map.ofEntries(
          Map.entry("base-rent", "4010"),
          Map.entry("amenity-rent", "4015"),
          Map.entry("pet-rent", "4120"),
          Map.entry("parking-permit-fee", "4130"),
          Map.entry("monthly-utility-fee", "4210"),
          Map.entry("new-lease-one-time-concession", "4090"),
          Map.entry("security-deposit", "2310"),
          Map.entry("refund", "2320"),
          Map.entry("bad-debt", "6510"));

  private static final Map<String, String> BANKS =
      Map.of("4821", "1010", "4822", "1020", "4823", "1030");

  private LedgerTotals() {}

  static AccountingHouse.SortedBalances of(AccountingHouse house) {
    Map<String, String> codes = new HashMap<>();
    house
        .records("charge-codes")
        .forEach(code -> codes.put(code.path("id").asText(), slug(code.path("name").asText())));
    AccountingHouse.SortedBalances balances = new AccountingHouse.SortedBalances();
    for (JsonNode row : house.records("ledger-transactions")) {
      BigDecimal amount = AccountingHouse.amount(row);
      boolean payment = row.path("type").asText().equals("Payment");
      boolean prepays = payment && amount.signum() < 0 && !row.hasNonNull("reversedBy");
      BigDecimal prepaid = prepays ? new BigDecimal(row.path("balance").asText()) : BigDecimal.ZERO;
      balances.add("1210", amount.subtract(prepaid));
      balances.add("2410", prepaid);
      balances.add(
          payment ? "1090" : account(codes.get(row.path("chargeCodeId").asText())),
          amount.negate());
    }
    for (JsonNode deposit : house.records("bank-deposits")) {
      if (!deposit.path("status").asText().equals("Open")) {
        balances.add(
            BANKS.get(deposit.path("bankAccount").asText()), AccountingHouse.amount(deposit));
        balances.add("1090", AccountingHouse.amount(deposit).negate());
      }
    }
    return balances;
  }

  /** What all residents owe, less what they have paid in advance. */
  static BigDecimal owed(List<JsonNode> ledger) {
    return ledger.stream().map(AccountingHouse::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String account(String code) {
    String account = ACCOUNTS.get(code);
    return account != null ? account : code.endsWith("-fee") ? "4300" : "none for " + code;
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
