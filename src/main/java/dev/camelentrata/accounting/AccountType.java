package dev.camelentrata.accounting;

import java.util.Locale;

/** What an account of the books is. */
enum AccountType {
  BANK,
  ASSET,
  LIABILITY,
  EQUITY,
  INCOME,
  EXPENSE;

  /** As it is written in the file of charge codes. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AccountType ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
