package dev.camelentrata.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads a point in time as callers write it. */
final class TimeText {

  static final String FAULT = "must be a time such as 2026-11-24T08:00:00Z";

  private TimeText() {}

  /**
   * The time, which databases can hold.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Instant read(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() < 1 || time.getYear() > 9999) {
        throw new IllegalArgumentException(FAULT);
      }
      return time.toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(FAULT, e);
    }
  }
}
