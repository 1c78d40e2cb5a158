package dev.camelentrata.accounting;

import dev.camelentrata.model.LedgerTransaction;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds what a transaction is booked on. Safe for many threads. */
final class Accounts {

  private final CompanyBooks books;
  private final Map<Code, Optional<CodeRule>> rules = new ConcurrentHashMap<>();

  /** A charge code of a property. */
  private record Code(String propertyId, String code) {}

  Accounts(CompanyBooks books) {
    this.books = books;
  }

  Booking receivable(LedgerTransaction transaction) {
    return shared(books.receivable(), transaction.propertyId());
  }

  Booking prepaid(LedgerTransaction transaction) {
    return shared(books.prepaid(), transaction.propertyId());
  }

  Booking clearing(String propertyId) {
    return shared(books.clearing(), propertyId);
  }

  Booking bank(String propertyId, String digits) {
    String account = books.banks().get(digits);
    if (account == null) {
      throw new NotPostableException(books.missingBank(digits));
    }
    return shared(account, propertyId);
  }

  /** What it is: its code's kind, or else what its type says. */
  EntryKind kind(LedgerTransaction transaction) {
    EntryKind natural = EntryKind.of(transaction.type());
    return natural == EntryKind.PAYMENT
        ? natural
        : rule(transaction).map(CodeRule::kind).orElse(natural);
  }

  /**
   * The account of its charge code. Payments need none: they go to receipts clearing.
   *
   * @throws NotPostableException if there is none, or one of a type that it must not be booked on
   */
  Booking own(LedgerTransaction transaction) {
    Optional<CodeRule> found = rule(transaction);
    EntryKind kind = kind(transaction);
    if (found.isEmpty() && kind == EntryKind.PAYMENT) {
      return clearing(transaction.propertyId());
    }
    if (transaction.chargeCode() == null) {
      throw new NotPostableException(
          "transaction " + transaction.id() + " has no charge code; give it one in the portal");
    }
    CodeRule rule =
        found.orElseThrow(
            () ->
                new NotPostableException(
                    books.missing(transaction.propertyId(), transaction.chargeCode())));
    AccountType type = books.accounts().get(rule.account());
    if (!kind.fits(type)) {
      throw new NotPostableException(
          "charge code '"
              + transaction.chargeCode()
              + "' is booked as "
              + kind.word()
              + ", which needs an account of type "
              + kind.typeWords()
              + ", but "
              + rule.account()
              + " is of type "
              + type.word()
              + "; change its account or add its kind in "
              + books.source());
    }
    return new Booking(
        rule.account(),
        transaction.chargeCode(),
        rule.taxCode(),
        rule.dimensions().or(books.property(transaction.propertyId()).dimensions()));
  }

  /** Whether it makes an entry of its own. */
  boolean alone(LedgerTransaction transaction) {
    EntryStyle style = rule(transaction).map(CodeRule::style).orElse(books.style());
    return style == EntryStyle.TRANSACTION;
  }

  private Optional<CodeRule> rule(LedgerTransaction transaction) {
    if (transaction.chargeCode() == null) {
      return Optional.empty();
    }
    return rules.computeIfAbsent(
        new Code(transaction.propertyId(), transaction.chargeCode()),
        code -> books.rule(code.propertyId(), code.code()));
  }

  private Booking shared(String account, String propertyId) {
    return new Booking(account, null, null, books.property(propertyId).dimensions());
  }
}
