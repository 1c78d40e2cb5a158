package dev.camelentrata.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

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

  /** Nothing, in this currency. */
  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  public Money plus(Money other) {
    requireCurrencyOf(other);
    return new Money(amount.add(other.amount), currency);
  }

  public Money minus(Money other) {
    return plus(other.negated());
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** -1, 0 or 1, as the amount is below, at or above nothing. */
  public int signum() {
    return amount.signum();
  }

  /**
   * Parts in proportion to these weights that sum to this amount to the cent: each is rounded
   * towards nothing, then the cents that are left go one by one to the parts that lost most by it,
   * of equals to the first. No part is a whole cent away from its exact share.
   *
   * @param weights none below zero, at least one above
   */
  public List<Money> spread(List<BigDecimal> weights) {
    BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (whole.signum() <= 0 || weights.stream().anyMatch(w -> w.signum() < 0)) {
      throw new IllegalArgumentException("an amount cannot be spread by the weights " + weights);
    }
    int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    BigInteger divisor = whole.setScale(Math.max(scale, 0)).unscaledValue();
    BigInteger cents = amount.unscaledValue();
    List<BigInteger> parts = new ArrayList<>();
    List<BigInteger> lost = new ArrayList<>();
    BigInteger left = cents;
    for (BigDecimal weight : weights) {
      BigInteger[] share =
          cents
              .multiply(weight.setScale(Math.max(scale, 0)).unscaledValue())
              .divideAndRemainder(divisor);
      parts.add(share[0]);
      lost.add(share[1].abs());
      left = left.subtract(share[0]);
    }
    BigInteger cent = BigInteger.valueOf(left.signum());
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.<Integer, BigInteger>comparing(lost::get).reversed())
        .limit(left.abs().longValueExact())
        .forEach(part -> parts.set(part, parts.get(part).add(cent)));
    return parts.stream()
        .map(part -> new Money(new BigDecimal(part, amount.scale()), currency))
        .toList();
  }

  @Override
  public int compareTo(Money other) {
    requireCurrencyOf(other);
    return amount.compareTo(other.amount);
  }

  private void requireCurrencyOf(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "amounts of " + currency + " and " + other.currency + " cannot be put together");
    }
  }
}
