package dev.camelentrata.sandbox.books;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of documents that can be written. */
enum XeroKind {
  MANUAL_JOURNALS("ManualJournals", "ManualJournalID", "JournalLines", new ManualJournalRules()),
  BANK_TRANSACTIONS(
      "BankTransactions", "BankTransactionID", "LineItems", new BankTransactionRules()),
  INVOICES("Invoices", "InvoiceID", "LineItems", new XeroInvoiceRules()),
  PAYMENTS("Payments", "PaymentID", "", new XeroPaymentRules());

  final String word;
  final String id;
  final String lines;
  final XeroRules rules;

  XeroKind(String word, String id, String lines, XeroRules rules) {
    this.word = word;
    this.id = id;
    this.lines = lines;
    this.rules = rules;
  }

  static Optional<XeroKind> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
