package dev.camelentrata.accounting.reconcile;

import java.math.BigDecimal;
import java.util.Objects;

/** How many, and how much. */
public record Figure(long count, BigDecimal amount) {

  public static final Figure NONE = new Figure(0, BigDecimal.ZERO);

  public Figure {
    Objects.requireNonNull(amount, "amount");
  }

  Figure plus(Figure other) {
    return new Figure(count + other.count, amount.add(other.amount));
  }

  /** Whether both say the same; {@code 1.0} is {@code 1.00}. */
  boolean same(Figure other) {
    return count == other.count && amount.compareTo(other.amount) == 0;
  }

  /** An amount with two decimals, or as many as it needs. */
  static String plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.setScale(Math.max(2, stripped.scale())).toPlainString();
  }
}
