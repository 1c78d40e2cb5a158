package dev.camelentrata.accounting;

import dev.camelentrata.model.LedgerTransaction.Allocation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What an entry is sent as instead of a journal entry: an invoice, or a payment of invoices.
 *
 * @param leaseId whose it is
 * @param pays which charges a payment pays, and how much of each, sorted; nothing for an invoice
 */
public record SalesDocument(Kind kind, String leaseId, List<Allocation> pays) {

  /** What it is in both systems. */
  public enum Kind {
    INVOICE,
    PAYMENT
  }

  public SalesDocument {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(leaseId, "leaseId");
    pays = pays.stream().sorted(Comparator.comparing(Allocation::transactionId)).toList();
  }

  /** Whom the system has it with; tells of the lease, and of no person. */
  public String customer() {
    return "Lease " + leaseId;
  }

  /** The same text for the same content. */
  String text() {
    return SalesJson.write(this);
  }
}
