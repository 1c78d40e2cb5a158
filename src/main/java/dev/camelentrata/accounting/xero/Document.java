package dev.camelentrata.accounting.xero;

/** What an entry becomes in Xero. */
sealed interface Document permits ManualJournal, BankTransaction, Invoice, Payment, PaymentSet {

  /** How many Xero takes in one call. */
  int MOST = 50;
}
