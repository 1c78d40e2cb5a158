package dev.camelentrata.portal.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the calls of the last minute. Safe for use by many threads. */
final class MinuteWindow {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int limit;
  private final Deque<Instant> calls = new ArrayDeque<>();

  /** At most so many calls in any minute; 0 for no limit. */
  MinuteWindow(int limit) {
    this.limit = limit;
  }

  /** Counts a call and returns zero, or returns how long to wait before asking again. */
  synchronized Duration take(Instant now) {
    if (limit == 0) {
      return Duration.ZERO;
    }
    while (!calls.isEmpty() && !calls.peekFirst().plus(MINUTE).isAfter(now)) {
      calls.removeFirst();
    }
    if (calls.size() < limit) {
      calls.addLast(now);
      return Duration.ZERO;
    }
    return Duration.between(now, calls.peekFirst().plus(MINUTE));
  }
}
