package dev.camelentrata.accounting;

/** What is sent to the accounting system as a document of its own instead of a journal entry. */
public enum DocumentStyle {
  /** Nothing. */
  NONE,
  /** Charges as invoices, and payments of these as payments. */
  INVOICE
}
