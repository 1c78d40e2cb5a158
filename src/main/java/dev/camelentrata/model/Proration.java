package dev.camelentrata.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * How a property charges a part of a month. Amounts are rounded once, at the end, half up to the
 * currency's cent.
 */
public enum Proration {
  /** The month's amount, by the days of that month. */
  CALENDAR_DAYS,
  /** A thirtieth of the month's amount for each day, at most the whole. */
  THIRTIETHS,
  /** As if every month had thirty days, so that its 31st is not counted. */
  THIRTY_DAY_MONTH,
  /** A 365th of twelve months' amount for each day, at most a month's. */
  YEAR_DAYS,
  /** Every month that is begun counts as a whole one. */
  NONE;

  private static final BigDecimal THIRTY = BigDecimal.valueOf(30);
  private static final BigDecimal YEAR = BigDecimal.valueOf(365);
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  /**
   * What is charged for these days.
   *
   * @param monthly the amount for a whole month
   * @param from the first day
   * @param to the last day, in the same month
   */
  public Money part(Money monthly, LocalDate from, LocalDate to) {
    YearMonth month = YearMonth.from(from);
    if (!month.equals(YearMonth.from(to)) || to.isBefore(from)) {
      throw new IllegalArgumentException(from + " to " + to + " is no part of one month");
    }
    if (this == NONE || (from.getDayOfMonth() == 1 && to.equals(month.atEndOfMonth()))) {
      return monthly;
    }
    BigDecimal days = BigDecimal.valueOf(to.getDayOfMonth() - from.getDayOfMonth() + 1L);
    BigDecimal amount = monthly.amount();
    return switch (this) {
      case CALENDAR_DAYS ->
          share(monthly, amount.multiply(days), BigDecimal.valueOf(month.lengthOfMonth()));
      case THIRTIETHS -> share(monthly, amount.multiply(days.min(THIRTY)), THIRTY);
      case THIRTY_DAY_MONTH -> share(monthly, amount.multiply(thirtyDays(from, to, month)), THIRTY);
      case YEAR_DAYS ->
          share(monthly, amount.multiply(MONTHS).multiply(days).min(amount.multiply(YEAR)), YEAR);
      case NONE -> monthly;
    };
  }

  /**
   * A whole month's amount in parts, for example one before and one after a change of rent: they
   * sum to it to the cent, in proportion to the days as this method counts them.
   *
   * @param starts the first day of each part but the first, ascending, within the month
   */
  public List<Money> parts(Money monthly, YearMonth month, List<LocalDate> starts) {
    List<BigDecimal> days = new ArrayList<>();
    LocalDate from = month.atDay(1);
    for (LocalDate start : starts) {
      if (!start.isAfter(from) || !YearMonth.from(start).equals(month)) {
        throw new IllegalArgumentException(
            "parts of " + month + " cannot begin on " + starts + "; days must ascend from its 2nd");
      }
      days.add(weight(from, start.minusDays(1), month));
      from = start;
    }
    days.add(weight(from, month.atEndOfMonth(), month));
    return monthly.spread(days);
  }

  /** How much these days count of their month; with {@link #NONE} its beginning counts alone. */
  private BigDecimal weight(LocalDate from, LocalDate to, YearMonth month) {
    return switch (this) {
      case CALENDAR_DAYS, THIRTIETHS, YEAR_DAYS ->
          BigDecimal.valueOf(to.getDayOfMonth() - from.getDayOfMonth() + 1L);
      case THIRTY_DAY_MONTH -> thirtyDays(from, to, month);
      case NONE -> from.getDayOfMonth() == 1 ? BigDecimal.ONE : BigDecimal.ZERO;
    };
  }

  /** Days of a month of thirty: its last day is the 30th, whatever the calendar says. */
  private static BigDecimal thirtyDays(LocalDate from, LocalDate to, YearMonth month) {
    int first = Math.min(30, from.getDayOfMonth());
    int last = to.equals(month.atEndOfMonth()) ? 30 : Math.min(30, to.getDayOfMonth());
    return BigDecimal.valueOf(last - first + 1L);
  }

  private static Money share(Money monthly, BigDecimal dividend, BigDecimal divisor) {
    int decimals = monthly.amount().scale();
    return new Money(dividend.divide(divisor, decimals, RoundingMode.HALF_UP), monthly.currency());
  }
}
