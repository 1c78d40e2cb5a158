package dev.camelentrata.accounting;

/** How many entries a day of a property makes. */
public enum EntryStyle {
  /** One for all transactions of a property, post date and post month. */
  DAILY,
  /** One for each transaction. */
  TRANSACTION
}
