package dev.camelentrata.accounting;

import dev.camelentrata.model.Money;
import java.util.Objects;

/** A debit or credit of an entry; the amount is above zero. */
public record PostingLine(Booking booking, Side side, Money amount) {

  public PostingLine {
    Objects.requireNonNull(booking, "booking");
    Objects.requireNonNull(side, "side");
    if (amount.signum() <= 0) {
      throw new IllegalArgumentException("a line's amount is above zero, not " + amount);
    }
  }

  /** Positive for a debit, negative for a credit. */
  public Money signed() {
    return side == Side.DEBIT ? amount : amount.negated();
  }
}
