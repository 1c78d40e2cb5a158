package dev.camelentrata.accounting;

/** The two sides of an entry. */
enum Side {
  DEBIT,
  CREDIT;

  Side opposite() {
    return this == DEBIT ? CREDIT : DEBIT;
  }
}
