package dev.camelentrata.accounting;

import dev.camelentrata.accounting.SalesDocument.Kind;
import dev.camelentrata.model.LedgerTransaction;
import dev.camelentrata.model.LedgerTransaction.Allocation;
import dev.camelentrata.model.LedgerTransactionType;
import java.util.List;

/**
 * Which transactions are sent as documents: a charge that is income is an invoice, and a payment
 * that pays such charges and nothing else, to the cent, is a payment. All others, and whatever was
 * reversed, stay journal entries.
 */
final class SalesRules {

  private final boolean wanted;
  private final Accounts accounts;

  SalesRules(CompanyBooks books) {
    this.wanted = books.documents() == DocumentStyle.INVOICE && books.basis() == Basis.ACCRUAL;
    this.accounts = new Accounts(books);
  }

  /**
   * Null for a journal entry.
   *
   * @param totals its entry
   * @param ledger with what it pays
   */
  SalesDocument document(LedgerTransaction transaction, Totals totals, Ledger ledger) {
    if (invoice(transaction)) {
      return new SalesDocument(Kind.INVOICE, transaction.leaseId(), List.of());
    }
    return payment(transaction, totals, ledger)
        ? new SalesDocument(Kind.PAYMENT, transaction.leaseId(), transaction.allocations())
        : null;
  }

  private boolean invoice(LedgerTransaction transaction) {
    return canBe(transaction, LedgerTransactionType.CHARGE)
        && transaction.amount().signum() > 0
        && accounts.kind(transaction) == EntryKind.INCOME;
  }

  private boolean payment(LedgerTransaction transaction, Totals totals, Ledger ledger) {
    return canBe(transaction, LedgerTransactionType.PAYMENT)
        && transaction.amount().signum() < 0
        && totals.credits().size() == 1
        && totals.credits().containsKey(accounts.receivable(transaction))
        && AccrualRules.unapplied(transaction).signum() == 0
        && transaction.allocations().stream()
            .allMatch(each -> paysInvoice(transaction, each, ledger));
  }

  private boolean paysInvoice(LedgerTransaction payment, Allocation pays, Ledger ledger) {
    return ledger
        .find(pays.transactionId())
        .filter(each -> invoice(each) && payment.leaseId().equals(each.leaseId()))
        .isPresent();
  }

  private boolean canBe(LedgerTransaction transaction, LedgerTransactionType type) {
    return wanted
        && transaction.type() == type
        && transaction.leaseId() != null
        && !transaction.reversed()
        && !transaction.temporary()
        && accounts.alone(transaction);
  }
}
