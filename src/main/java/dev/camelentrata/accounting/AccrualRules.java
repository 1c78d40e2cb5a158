package dev.camelentrata.accounting;

import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.Money;

/**
 * Income counts when it is charged: every transaction changes what its resident owes by its amount,
 * on the other side stands the account of its charge code. What a payment pays in advance is
 * prepaid rent until it is applied, so that receivable and prepaid together are the residents'
 * ledger.
 */
final class AccrualRules implements EntryRules {

  private final CompanyBooks books;
  private final Accounts accounts;

  AccrualRules(CompanyBooks books) {
    this.books = books;
    this.accounts = new Accounts(books);
  }

  @Override
  public Totals entry(LedgerTransaction transaction, Ledger ledger) {
    EntryRules.requireCurrency(books, transaction);
    Money prepaid = prepaid(transaction);
    Booking own = accounts.own(transaction);
    return Totals.none(books.currency())
        .and(accounts.receivable(transaction), own, transaction.amount().minus(prepaid))
        .and(accounts.prepaid(transaction), own, prepaid);
  }

  /** What of a payment pays nothing yet, as a negative amount; nothing of any other. */
  private Money prepaid(LedgerTransaction transaction) {
    Money none = Money.zero(books.currency());
    boolean pays =
        accounts.kind(transaction) == EntryKind.PAYMENT && transaction.amount().signum() < 0;
    if (!pays || transaction.reversed()) {
      return none;
    }
    Money open = transaction.balance();
    if (open == null) {
      open = transaction.allocations().isEmpty() ? none : unapplied(transaction);
    }
    if (open.signum() > 0 || open.compareTo(transaction.amount()) < 0) {
      throw new NotPostableException(
          "payment "
              + transaction.id()
              + " of "
              + transaction.amount().amount().toPlainString()
              + " has the open balance "
              + open.amount().toPlainString()
              + "; read the ledger anew");
    }
    return open;
  }

  static Money unapplied(LedgerTransaction transaction) {
    Money open = transaction.amount();
    for (LedgerTransaction.Allocation allocation : transaction.allocations()) {
      open = open.plus(allocation.amount());
    }
    return open;
  }
}
