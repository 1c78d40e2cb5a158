package dev.camelentrata.accounting.xero;

/** What Xero calls the things that entries become: in addresses, in JSON, and their ids. */
enum DocumentKind {
  MANUAL_JOURNALS("ManualJournals", "ManualJournalID", "Narration"),
  BANK_TRANSACTIONS("BankTransactions", "BankTransactionID", "Reference"),
  INVOICES("Invoices", "InvoiceID", "InvoiceNumber"),
  PAYMENTS("Payments", "PaymentID", "Reference");

  private final String path;
  private final String id;
  private final String reference;

  DocumentKind(String path, String id, String reference) {
    this.path = path;
    this.id = id;
    this.reference = reference;
  }

  static DocumentKind of(Document document) {
    if (document instanceof Invoice) {
      return INVOICES;
    }
    if (document instanceof Payment || document instanceof PaymentSet) {
      return PAYMENTS;
    }
    return document instanceof ManualJournal ? MANUAL_JOURNALS : BANK_TRANSACTIONS;
  }

  /** Whether it is sent as a document of sales. */
  boolean sales() {
    return this == INVOICES || this == PAYMENTS;
  }

  /** How several are added at once: of payments, POST takes one alone. */
  String method() {
    return this == PAYMENTS ? "PUT" : "POST";
  }

  String path() {
    return path;
  }

  String id() {
    return id;
  }

  /** The field that our reference begins. */
  String reference() {
    return reference;
  }
}
