package dev.camelentrata.ingest.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Excel's days: numbers since 1900 (with a 29 February 1900 that never was) or since 1904, which
 * the style of a cell makes dates.
 */
record ExcelDates(boolean since1904) {

  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
  private static final int LEAP_DAY_THAT_NEVER_WAS = 60;
  private static final int LAST = 2_958_465;
  private static final long MILLIS = 86_400_000L;

  /** What a number is with a style of dates; a plain number if no date of Excel's fits it. */
  Cell cell(BigDecimal serial, DateStyle style) {
    int day = serial.setScale(0, RoundingMode.FLOOR).min(BigDecimal.valueOf(LAST + 1L)).intValue();
    if (style == DateStyle.NONE || serial.signum() < 0 || day > LAST) {
      return new Cell.Number(serial);
    }
    long millis =
        serial
            .subtract(BigDecimal.valueOf(day))
            .multiply(BigDecimal.valueOf(MILLIS))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    if (style == DateStyle.TIME && day == 0 && millis < MILLIS) {
      return new Cell.Text(LocalTime.ofNanoOfDay(millis * 1_000_000L).toString());
    }
    if (!since1904 && day == LEAP_DAY_THAT_NEVER_WAS) {
      return new Cell.Text("1900-02-29");
    }
    if (!since1904 && day == 0) {
      return new Cell.Number(serial);
    }
    LocalDateTime moment = day(day).atStartOfDay().plusNanos(millis * 1_000_000L);
    return style == DateStyle.DAY && millis == 0
        ? new Cell.Day(moment.toLocalDate())
        : new Cell.Moment(moment);
  }

  private LocalDate day(int serial) {
    if (since1904) {
      return DAY_ZERO_1904.plusDays(serial);
    }
    return DAY_ZERO_1900.plusDays(serial < LEAP_DAY_THAT_NEVER_WAS ? serial + 1L : serial);
  }
}
