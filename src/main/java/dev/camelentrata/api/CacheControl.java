package dev.camelentrata.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How fresh an answer must be: the request's {@code Cache-Control} (RFC 9111, section 5.2.1, and
 * RFC 5861).
 *
 * @param maxAge the largest age that will do; null for any, zero for what is read now
 * @param onlyIfCached the portal must not be asked
 * @param staleIfError how much older than {@code maxAge} an answer may be if the portal fails; null
 *     if it may not
 */
record CacheControl(Duration maxAge, boolean onlyIfCached, Duration staleIfError) {

  /** What a request without the header says. */
  static final CacheControl NONE = new CacheControl(null, false, null);

  private static final Duration FOREVER = Duration.ofDays(36_500);

  /**
   * Reads the header; unknown directives say nothing. An {@link IllegalArgumentException} tells
   * which number is none.
   */
  static CacheControl read(String header) {
    if (header == null) {
      return NONE;
    }
    CacheControl read = NONE;
    for (String directive : header.split(",", -1)) {
      String[] parts = directive.strip().split("=", 2);
      String name = parts[0].strip().toLowerCase(Locale.ROOT);
      String value = parts.length == 1 ? null : parts[1].strip();
      read = read.with(name, value);
    }
    return read;
  }

  private CacheControl with(String name, String value) {
    return switch (name) {
      case "no-cache" -> atMost(Duration.ZERO);
      case "max-age" -> atMost(seconds(name, value));
      case "only-if-cached" -> new CacheControl(maxAge, true, staleIfError);
      case "stale-if-error" ->
          new CacheControl(maxAge, onlyIfCached, value == null ? FOREVER : seconds(name, value));
      default -> this;
    };
  }

  /** Of several limits the strictest counts. */
  private CacheControl atMost(Duration age) {
    boolean stricter = maxAge == null || age.compareTo(maxAge) < 0;
    return new CacheControl(stricter ? age : maxAge, onlyIfCached, staleIfError);
  }

  private static Duration seconds(String name, String value) {
    String digits =
        value != null && value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
            ? value.substring(1, value.length() - 1)
            : value;
    if (digits == null || !digits.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          name + " must have a number of seconds, as in " + name + "=60");
    }
    return Duration.ofSeconds(Long.parseLong(digits));
  }

  /** Whether what the mirror read at {@code asOf} will do without asking the portal. */
  boolean satisfiedBy(Instant asOf, Instant now) {
    if (asOf == null) {
      return false;
    }
    return maxAge == null
        || (!maxAge.isZero() && Duration.between(asOf, now).compareTo(maxAge) <= 0);
  }

  /** Whether it will do after the portal failed. */
  boolean forgives(Instant asOf, Instant now) {
    if (asOf == null || staleIfError == null) {
      return false;
    }
    Duration fresh = maxAge == null ? Duration.ZERO : maxAge;
    return Duration.between(asOf, now).compareTo(fresh.plus(staleIfError)) <= 0;
  }
}
