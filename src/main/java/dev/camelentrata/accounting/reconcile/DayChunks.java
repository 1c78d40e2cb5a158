package dev.camelentrata.accounting.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;

/** Goes through days by pieces, so that what is held at a time stays small. */
final class DayChunks {

  private DayChunks() {}

  /**
   * Gives the first and last day of each piece, in order.
   *
   * @param count how many things all the days have
   * @param most how many a piece should have at most
   */
  static void each(
      LocalDate first,
      LocalDate last,
      long count,
      long most,
      BiConsumer<LocalDate, LocalDate> taker) {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    long pieces = Math.min(days, Math.max(1, (count + most - 1) / most));
    long size = (days + pieces - 1) / pieces;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(size)) {
      LocalDate end = day.plusDays(size - 1);
      taker.accept(day, end.isAfter(last) ? last : end);
    }
  }
}
