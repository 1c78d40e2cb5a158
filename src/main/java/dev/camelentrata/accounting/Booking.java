package dev.camelentrata.accounting;

import java.util.Comparator;
import java.util.Objects;

/**
 * What an amount is booked on; amounts of one booking and side are one line.
 *
 * @param chargeCode null for accounts that all codes share
 * @param taxCode null for none
 */
public record Booking(String account, String chargeCode, String taxCode, Dimensions dimensions)
    implements Comparable<Booking> {

  private static final Comparator<Booking> ORDER =
      Comparator.comparing(Booking::account)
          .thenComparing(Booking::chargeCode, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Booking::taxCode, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(booking -> booking.dimensions.text());

  public Booking {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(dimensions, "dimensions");
  }

  @Override
  public int compareTo(Booking other) {
    return ORDER.compare(this, other);
  }
}
