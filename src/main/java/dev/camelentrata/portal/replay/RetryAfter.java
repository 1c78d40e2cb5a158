package dev.camelentrata.portal.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads a {@code Retry-After} header (RFC 9110, section 10.2.3): seconds, or an HTTP date. */
final class RetryAfter {

  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /** How long to wait, at most an hour; empty if the header cannot be understood. */
  static Optional<Duration> parse(String header, Instant now) {
    String value = header.trim();
    if (value.matches("\\d{1,9}")) {
      return Optional.of(atMost(Duration.ofSeconds(Long.parseLong(value))));
    }
    try {
      Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      return Optional.of(until.isAfter(now) ? atMost(Duration.between(now, until)) : Duration.ZERO);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration atMost(Duration wait) {
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
