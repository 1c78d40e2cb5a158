package dev.camelentrata.accounting.xero;

/** What Xero calls the things that entries become: in addresses, in JSON, and their ids. */
enum DocumentKind {
  MANUAL_JOURNALS("ManualJournals", "ManualJournalID", "Narration"),
  BANK_TRANSACTIONS("BankTransactions", "BankTransactionID", "Reference");

  private final String path;
  private final String id;
  private final String reference;

  DocumentKind(String path, String id, String reference) {
    this.path = path;
    this.id = id;
    this.reference = reference;
  }

  static DocumentKind of(Document document) {
    return document instanceof ManualJournal ? MANUAL_JOURNALS : BANK_TRANSACTIONS;
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
