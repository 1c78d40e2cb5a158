package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.Side;
import java.util.Comparator;

/** The debits or the credits of an account within an entry; what they sum to must agree. */
record AccountSide(String account, Side side) implements Comparable<AccountSide> {

  private static final Comparator<AccountSide> ORDER =
      Comparator.comparing(AccountSide::account).thenComparing(AccountSide::side);

  @Override
  public int compareTo(AccountSide other) {
    return ORDER.compare(this, other);
  }
}
