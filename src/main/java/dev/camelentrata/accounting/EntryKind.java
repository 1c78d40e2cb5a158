package dev.camelentrata.accounting;

import dev.camelentrata.model.LedgerTransactionType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a charge code is in the books, and on which accounts it may therefore be booked. */
public enum EntryKind {
  INCOME,
  TAX,
  DEPOSIT,
  CONCESSION,
  REFUND,
  WRITE_OFF,
  PAYMENT;

  public boolean fits(AccountType type) {
    return switch (this) {
      case INCOME -> type == AccountType.INCOME;
      case TAX, DEPOSIT, REFUND -> type == AccountType.LIABILITY;
      case CONCESSION -> type == AccountType.INCOME || type == AccountType.EXPENSE;
      case WRITE_OFF -> type == AccountType.EXPENSE;
      case PAYMENT -> type == AccountType.ASSET || type == AccountType.BANK;
    };
  }

  /** The types it fits, for messages. */
  public String typeWords() {
    return Arrays.stream(AccountType.values())
        .filter(this::fits)
        .map(AccountType::word)
        .collect(Collectors.joining(" or "));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static EntryKind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** What a transaction is if its charge code says nothing else. */
  public static EntryKind of(LedgerTransactionType type) {
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
