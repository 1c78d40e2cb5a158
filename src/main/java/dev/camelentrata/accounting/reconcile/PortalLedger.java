package dev.camelentrata.accounting.reconcile;

import java.util.function.Consumer;

/** The ledgers as the portal itself shows them now. */
public interface PortalLedger {

  /** Whether the company can be read by us. */
  boolean readable(String company);

  /** Gives all ledger transactions of a property, whatever their dates, in any order. */
  void read(String company, String propertyId, Consumer<LedgerLine> taker);
}
