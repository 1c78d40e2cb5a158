package dev.camelentrata.accounting;

import java.util.List;

/**
 * What the entries of one journal should sum to, and the transactions that say so.
 *
 * @param document what the first of them is sent as; null for a journal entry
 */
record Wanted(Totals totals, List<String> transactionIds, SalesDocument document) {

  Wanted {
    transactionIds = List.copyOf(transactionIds);
  }

  static Wanted nothing(String currency) {
    return new Wanted(Totals.none(currency), List.of(), null);
  }
}
