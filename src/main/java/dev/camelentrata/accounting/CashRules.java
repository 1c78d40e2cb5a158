package dev.camelentrata.accounting;

import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.Money;

/**
 * Income counts when it is paid: payments and applied deposits are booked on the accounts of what
 * they pay, and on prepaid rent as long as they pay nothing. Charges, concessions and write-offs
 * move no money and make no entry.
 */
final class CashRules implements EntryRules {

  private final CompanyBooks books;
  private final Accounts accounts;

  CashRules(CompanyBooks books) {
    this.books = books;
    this.accounts = new Accounts(books);
  }

  @Override
  public Totals entry(LedgerTransaction transaction, Ledger ledger) {
    EntryRules.requireCurrency(books, transaction);
    if (!movesMoney(transaction)) {
      return Totals.none(books.currency());
    }
    Booking own = accounts.own(transaction);
    Booking prepaid = accounts.prepaid(transaction);
    Totals entry = Totals.none(books.currency());
    if (transaction.reversed()) {
      return entry.and(prepaid, own, transaction.amount());
    }
    for (LedgerTransaction.Allocation allocation : transaction.allocations()) {
      entry = entry.and(own, paid(transaction, allocation, ledger), allocation.amount());
    }
    Money open = AccrualRules.unapplied(transaction);
    return entry.and(prepaid, own, open);
  }

  /** Payments, deposits that are applied, and what takes these back. */
  private boolean movesMoney(LedgerTransaction transaction) {
    boolean lowers = (transaction.amount().signum() < 0) == (transaction.reversalOf() == null);
    return switch (accounts.kind(transaction)) {
      case PAYMENT -> true;
      case DEPOSIT -> lowers;
      case INCOME, TAX, CONCESSION, REFUND, WRITE_OFF -> false;
    };
  }

  private Booking paid(
      LedgerTransaction payment, LedgerTransaction.Allocation allocation, Ledger ledger) {
    LedgerTransaction charge =
        ledger
            .find(allocation.transactionId())
            .orElseThrow(
                () ->
                    new NotPostableException(
                        "transaction "
                            + payment.id()
                            + " pays "
                            + allocation.transactionId()
                            + ", which is not in the mirror; read the full ledger"));
    return accounts.own(charge);
  }
}
