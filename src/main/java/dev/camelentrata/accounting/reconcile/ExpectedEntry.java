package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.system.HeldEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * An entry as an accounting system should hold it.
 *
 * @param date the day it was sent with
 * @param state where its delivery stands
 * @param accounts what each account changes by, debits positive
 */
record ExpectedEntry(
    PostingReference reference,
    String propertyId,
    LocalDate date,
    String state,
    Map<String, BigDecimal> accounts) {

  String docNumber() {
    return reference.docNumber();
  }

  Figure figure() {
    return new Figure(1, debits(accounts.values()));
  }

  static BigDecimal debits(Collection<BigDecimal> amounts) {
    return amounts.stream()
        .filter(amount -> amount.signum() > 0)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What each account of an entry changes by; those that do not are left out. */
  static Map<String, BigDecimal> accounts(HeldEntry held) {
    Map<String, BigDecimal> accounts = new TreeMap<>();
    held.lines().forEach(line -> accounts.merge(line.account(), line.amount(), BigDecimal::add));
    accounts.values().removeIf(amount -> amount.signum() == 0);
    return accounts;
  }

  boolean sameLines(HeldEntry held) {
    return same(accounts, accounts(held));
  }

  private static boolean same(Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
    return one.size() == other.size()
        && one.entrySet().stream()
            .allMatch(
                each ->
                    other.containsKey(each.getKey())
                        && other.get(each.getKey()).compareTo(each.getValue()) == 0);
  }

  /** Whether the same amounts stand on other accounts. */
  boolean sameAmounts(HeldEntry held) {
    return accounts.values().stream()
        .map(BigDecimal::stripTrailingZeros)
        .sorted()
        .toList()
        .equals(
            accounts(held).values().stream().map(BigDecimal::stripTrailingZeros).sorted().toList());
  }
}
