package dev.camelentrata.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in one currency, held to the currency's own number of decimals.
 *
 * @param amount the exact amount; negative for credits
 * @param currency ISO 4217 code, for example {@code USD}
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

  /** Refuses an amount that has more decimals than the currency, instead of rounding it. */
  public Money {
    Objects.requireNonNull(amount, "amount");
    int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
    if (amount.scale() > decimals && amount.stripTrailingZeros().scale() > decimals) {
      throw new IllegalArgumentException(
          "amount " + amount.toPlainString() + " has more decimals than " + currency + " allows");
    }
    amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
  }

  /** Reads a plain decimal such as {@code 1545.00}. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  @Override
  public int compareTo(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot compare " + currency + " with " + other.currency);
    }
    return amount.compareTo(other.amount);
  }
}
