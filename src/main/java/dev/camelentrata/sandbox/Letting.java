package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.List;

/**
 * What changes about a unit: its status, dates and prices; amounts in cents, dates may be null.
 *
 * @param terms the months of the leases on offer, shortest first
 */
record Letting(
    SpaceStatus status,
    LocalDate availableOn,
    LocalDate madeReadyOn,
    LocalDate moveOutOn,
    long marketRent,
    long effectiveRent,
    List<Integer> terms,
    long deposit,
    String notes) {

  Letting {
    terms = List.copyOf(terms);
  }

  /** The rent for a lease of so many months, in whole dollars: short leases cost more. */
  long rentFor(int months) {
    int percent =
        months <= 3 ? 112 : months <= 6 ? 106 : months <= 9 ? 103 : months <= 12 ? 100 : 99;
    return Math.round(marketRent * percent / 10_000.0) * 100;
  }
}
