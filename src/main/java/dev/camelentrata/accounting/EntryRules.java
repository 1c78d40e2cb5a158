package dev.camelentrata.accounting;

import dev.camelentrata.model.LedgerTransaction;

/** What one ledger transaction is in the books. */
interface EntryRules {

  /**
   * Its debits and credits; none if it is nothing in these books.
   *
   * @throws NotPostableException saying what to do
   */
  Totals entry(LedgerTransaction transaction, Ledger ledger);

  static EntryRules of(CompanyBooks books) {
    return switch (books.basis()) {
      case ACCRUAL -> new AccrualRules(books);
      case CASH -> new CashRules(books);
    };
  }

  /** Refuses what is in another currency than the books. */
  static void requireCurrency(CompanyBooks books, LedgerTransaction transaction) {
    String currency = transaction.amount().currency();
    if (!currency.equals(books.currency())) {
      throw new NotPostableException(
          "transaction "
              + transaction.id()
              + " is in "
              + currency
              + ", but the books of "
              + books.company()
              + " are in "
              + books.currency());
    }
  }
}
