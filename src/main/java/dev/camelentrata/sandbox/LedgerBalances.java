package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets credits pay the oldest charges of their lease, and finds what is still open. */
final class LedgerBalances {

  private final RecordFields allocation;

  LedgerBalances(RecordKinds kinds) {
    allocation = kinds.get("ledger-transactions").fields().field("allocations").inner();
  }

  /** What is owed on each lease. */
  static Map<String, Long> ofLeases(List<SandboxRecord> ledger) {
    Map<String, Long> balances = new HashMap<>();
    for (SandboxRecord row : ledger) {
      balances.merge(row.text("leaseId"), row.cents("amount"), Long::sum);
    }
    return balances;
  }

  /** The rows with their open balances and allocations, in the same order. */
  List<SandboxRecord> settled(List<SandboxRecord> ledger) {
    Map<String, List<SandboxRecord>> leases = new LinkedHashMap<>();
    for (SandboxRecord row : ledger) {
      leases.computeIfAbsent(row.text("leaseId"), none -> new ArrayList<>()).add(row);
    }
    Map<String, SandboxRecord> settled = new HashMap<>();
    leases.values().forEach(rows -> settle(rows, settled));
    return ledger.stream().map(row -> settled.get(row.id())).toList();
  }

  private void settle(List<SandboxRecord> rows, Map<String, SandboxRecord> settled) {
    Map<String, Long> open = new LinkedHashMap<>();
    Map<String, List<SandboxRecord>> paid = new HashMap<>();
    for (SandboxRecord row : rows) {
      open.put(row.id(), cancelled(row) ? 0L : row.cents("amount"));
    }
    for (SandboxRecord credit : rows) {
      if (open.get(credit.id()) < 0) {
        paid.put(credit.id(), pay(credit.id(), rows, open));
      }
    }
    for (SandboxRecord row : rows) {
      settled.put(
          row.id(),
          row.change()
              .set("balance", open.get(row.id()))
              .set("allocations", paid.getOrDefault(row.id(), List.of()))
              .made());
    }
  }

  private List<SandboxRecord> pay(String credit, List<SandboxRecord> rows, Map<String, Long> open) {
    List<SandboxRecord> allocations = new ArrayList<>();
    for (SandboxRecord charge : rows) {
      long left = -open.get(credit);
      long owed = open.get(charge.id());
      if (left > 0 && owed > 0) {
        long amount = Math.min(left, owed);
        open.put(credit, amount - left);
        open.put(charge.id(), owed - amount);
        allocations.add(allocation.of(charge.id(), amount));
      }
    }
    return allocations;
  }

  private static boolean cancelled(SandboxRecord row) {
    return row.get("reversalOf") != null || row.get("reversedBy") != null;
  }
}
