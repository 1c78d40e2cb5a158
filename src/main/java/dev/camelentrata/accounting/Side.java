package dev.camelentrata.accounting;

/** The two sides of an entry. */
public enum Side {
  DEBIT,
  CREDIT;

  public Side opposite() {
    return this == DEBIT ? CREDIT : DEBIT;
  }
}
