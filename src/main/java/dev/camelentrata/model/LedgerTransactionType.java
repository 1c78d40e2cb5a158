package dev.camelentrata.model;

/** What a line of a resident's ledger is. */
public enum LedgerTransactionType {
  CHARGE,
  PAYMENT,
  DEPOSIT,
  CONCESSION,
  REFUND,
  WRITE_OFF
}
