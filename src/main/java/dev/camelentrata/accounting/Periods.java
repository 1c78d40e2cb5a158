package dev.camelentrata.accounting;

import java.time.LocalDate;

/**
 * Which days can still be posted to.
 *
 * @param lockedThrough the last day that is closed; null if none is
 */
public record Periods(LocalDate lockedThrough) {

  public static final Periods OPEN = new Periods(null);

  boolean closed(LocalDate day) {
    return lockedThrough != null && !day.isAfter(lockedThrough);
  }

  /** The day itself, or the first open one. */
  LocalDate open(LocalDate day) {
    return closed(day) ? lockedThrough.plusDays(1) : day;
  }
}
