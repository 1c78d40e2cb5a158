package dev.camelentrata.sandbox.books;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of objects that can be written. */
enum QuickBooksKind {
  JOURNAL_ENTRY("JournalEntry", new JournalEntryRules()),
  DEPOSIT("Deposit", new DepositRules()),
  SALES_RECEIPT("SalesReceipt", new SalesRules(false)),
  INVOICE("Invoice", new SalesRules(true)),
  PAYMENT("Payment", new PaymentRules()),
  CUSTOMER("Customer", new CustomerRules());

  final String word;
  final QuickBooksRules rules;

  QuickBooksKind(String word, QuickBooksRules rules) {
    this.word = word;
    this.rules = rules;
  }

  boolean transaction() {
    return this != CUSTOMER;
  }

  String path() {
    return word.toLowerCase(Locale.ROOT);
  }

  static Optional<QuickBooksKind> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equalsIgnoreCase(word)).findFirst();
  }
}
