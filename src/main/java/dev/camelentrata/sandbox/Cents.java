package dev.camelentrata.sandbox;

/** An amount of money in a report. */
record Cents(long amount) {

  @Override
  public String toString() {
    return UsText.money(amount);
  }
}
