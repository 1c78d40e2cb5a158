package dev.camelentrata.accounting;

import java.util.List;

/** What the entries of one journal should sum to, and the transactions that say so. */
record Wanted(Totals totals, List<String> transactionIds) {

  Wanted {
    transactionIds = List.copyOf(transactionIds);
  }

  static Wanted nothing(String currency) {
    return new Wanted(Totals.none(currency), List.of());
  }
}
