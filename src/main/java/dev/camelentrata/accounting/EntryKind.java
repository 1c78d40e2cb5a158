package dev.camelentrata.accounting;

import dev.camelentrata.model.LedgerTransactionType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a charge code is in the books, and on which accounts it may therefore be booked. */
enum EntryKind {
  INCOME(AccountType.INCOME),
  TAX(AccountType.LIABILITY),
  DEPOSIT(AccountType.LIABILITY),
  CONCESSION(AccountType.INCOME, AccountType.EXPENSE),
  REFUND(AccountType.LIABILITY),
  WRITE_OFF(AccountType.EXPENSE),
  PAYMENT(AccountType.ASSET, AccountType.BANK);

  private final Set<AccountType> types;

  EntryKind(AccountType first, AccountType... more) {
    this.types = EnumSet.of(first, more);
  }

  boolean fits(AccountType type) {
    return types.contains(type);
  }

  /** The types it fits, for messages. */
  String typeWords() {
    return types.stream().map(AccountType::word).collect(Collectors.joining(" or "));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static EntryKind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** What a transaction is if its charge code says nothing else. */
  static EntryKind of(LedgerTransactionType type) {
    return switch (type) {
      case CHARGE -> INCOME;
      case PAYMENT -> PAYMENT;
      case DEPOSIT -> DEPOSIT;
      case CONCESSION -> CONCESSION;
      case REFUND -> REFUND;
      case WRITE_OFF -> WRITE_OFF;
    };
  }
}
