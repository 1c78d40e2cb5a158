package dev.camelentrata.api;

import java.time.Duration;

/** A quota of requests per window, named as in the {@code RateLimit-Policy} header. */
record RatePolicy(String name, int quota, Duration window) {

  RatePolicy {
    if (quota < 1 || window.toSeconds() < 1) {
      throw new IllegalArgumentException("a quota needs at least one request and one second");
    }
  }

  static RatePolicy perMinute(String name, int quota) {
    return new RatePolicy(name, quota, Duration.ofMinutes(1));
  }

  /** The value of {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-11). */
  String header() {
    return "\"" + name + "\";q=" + quota + ";w=" + window.toSeconds();
  }
}
