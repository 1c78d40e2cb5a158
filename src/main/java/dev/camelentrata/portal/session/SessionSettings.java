package dev.camelentrata.portal.session;

import java.time.Duration;

/**
 * How long sessions and rejections are kept.
 *
 * @param keepOpen how long after its last use a session is kept alive
 * @param loginWait the longest time to wait for another login of the same account
 * @param rejectionMemory how long a rejected credential is not tried again
 * @param watch how often sessions are looked after
 */
public record SessionSettings(
    Duration keepOpen, Duration loginWait, Duration rejectionMemory, Duration watch) {

  public static final SessionSettings DEFAULTS =
      new SessionSettings(
          Duration.ofMinutes(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(15),
          Duration.ofSeconds(15));

  public SessionSettings {
    if (keepOpen.isNegative() || rejectionMemory.isNegative()) {
      throw new IllegalArgumentException("session times must not be negative");
    }
    if (loginWait.toMillis() < 1 || watch.toMillis() < 1) {
      throw new IllegalArgumentException("login wait and watch must be positive");
    }
  }
}
