package dev.camelentrata.submission;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a submission waits before it is tried again: ever longer, and never quite the same. */
final class RetryTimes {

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int DOUBLINGS = 9;
  private static final double JITTER = 0.2;

  private RetryTimes() {}

  /** The pause after this many tries; not shorter than what the portal asked for. */
  static Duration after(int attempts, Duration asked) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, attempts - 1)));
    if (pause.compareTo(LONGEST) > 0) {
      pause = LONGEST;
    }
    double jitter = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
    Duration jittered = Duration.ofMillis((long) (pause.toMillis() * jitter));
    return asked.compareTo(jittered) > 0 ? asked : jittered;
  }
}
