package dev.camelentrata.accounting;

import java.util.Locale;

/** What an account of the books is. */
public enum AccountType {
  BANK,
  ASSET,
  LIABILITY,
  EQUITY,
  INCOME,
  EXPENSE;

  /** As it is written in the file of charge codes. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AccountType ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
