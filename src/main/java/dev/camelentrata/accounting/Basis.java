package dev.camelentrata.accounting;

/** When income counts. */
public enum Basis {
  /** When it is charged. */
  ACCRUAL,
  /** When it is paid, by what the payment pays. */
  CASH
}
