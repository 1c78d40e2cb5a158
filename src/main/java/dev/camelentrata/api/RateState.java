package dev.camelentrata.api;

import java.util.Map;

/**
 * What is left of a quota after a request was counted.
 *
 * @param allowed whether the request was within the quota
 * @param resetSeconds until the window ends, at least 1
 */
record RateState(RatePolicy policy, boolean allowed, int remaining, long resetSeconds) {

  /** {@code RateLimit-Policy} and {@code RateLimit}. */
  Map<String, String> headers() {
    return Map.of(
        "RateLimit-Policy",
        policy.header(),
        "RateLimit",
        "\"" + policy.name() + "\";r=" + remaining + ";t=" + resetSeconds);
  }

  /** Throws {@code quota-exceeded} if the request was beyond the quota. */
  void requireAllowed() {
    if (!allowed) {
      throw new ApiException(
          Problem.of(
                  ProblemType.QUOTA_EXCEEDED,
                  "The quota of "
                      + policy.quota()
                      + " requests in "
                      + policy.window().toSeconds()
                      + " seconds is used up; wait "
                      + resetSeconds
                      + " seconds.")
              .retryAfter(resetSeconds));
    }
  }
}
