package dev.camelentrata.accounting;

import dev.camelentrata.model.LedgerTransaction;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The transactions that are looked at together, by their id. */
final class Ledger {

  private final Map<String, LedgerTransaction> byId = new TreeMap<>();

  /**
   * @param transactions in any order; the same one twice counts once
   * @throws IllegalArgumentException if two differ that have the same id
   */
  Ledger(Collection<LedgerTransaction> transactions) {
    for (LedgerTransaction transaction : transactions) {
      LedgerTransaction before = byId.putIfAbsent(transaction.id(), transaction);
      if (before != null && !before.equals(transaction)) {
        throw new IllegalArgumentException(
            "transaction " + transaction.id() + " is there twice, with different content");
      }
    }
  }

  /** With others that it does not hold itself. */
  Ledger with(Collection<LedgerTransaction> others) {
    Map<String, LedgerTransaction> all = new TreeMap<>();
    others.forEach(other -> all.put(other.id(), other));
    all.putAll(byId);
    return new Ledger(all.values());
  }

  Collection<LedgerTransaction> all() {
    return byId.values();
  }

  Optional<LedgerTransaction> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
