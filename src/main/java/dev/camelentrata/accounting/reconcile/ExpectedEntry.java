package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.Side;
import dev.camelentrata.accounting.system.HeldEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An entry as an accounting system should hold it.
 *
 * @param date the day it was sent with
 * @param state where its delivery stands
 * @param accounts what the debits, positive, and the credits, negative, of each account sum to
 */
record ExpectedEntry(
    PostingReference reference,
    String propertyId,
    LocalDate date,
    String state,
    Map<AccountSide, BigDecimal> accounts) {

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

  /** What the debits and the credits of each account of an entry sum to. */
  static Map<AccountSide, BigDecimal> accounts(HeldEntry held) {
    Map<AccountSide, BigDecimal> accounts = new TreeMap<>();
    held.lines().stream()
        .filter(line -> line.amount().signum() != 0)
        .forEach(
            line ->
                accounts.merge(
                    new AccountSide(
                        line.account(), line.amount().signum() > 0 ? Side.DEBIT : Side.CREDIT),
                    line.amount(),
                    BigDecimal::add));
    return accounts;
  }

  /**
   * The same of what is held for this entry. What stands on the system's own receivable is on that
   * of the entry, if it has one account only on this side.
   */
  Map<AccountSide, BigDecimal> found(HeldEntry held) {
    Map<AccountSide, BigDecimal> found = accounts(held);
    for (Side side : Side.values()) {
      AccountSide system = new AccountSide(HeldEntry.HeldLine.RECEIVABLE, side);
      List<AccountSide> own =
          accounts.keySet().stream().filter(each -> each.side() == side).toList();
      if (own.size() == 1 && found.containsKey(system)) {
        found.merge(own.get(0), found.remove(system), BigDecimal::add);
      }
    }
    return found;
  }

  boolean sameLines(HeldEntry held) {
    return same(accounts, found(held));
  }

  private static boolean same(
      Map<AccountSide, BigDecimal> one, Map<AccountSide, BigDecimal> other) {
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
            found(held).values().stream().map(BigDecimal::stripTrailingZeros).sorted().toList());
  }
}
