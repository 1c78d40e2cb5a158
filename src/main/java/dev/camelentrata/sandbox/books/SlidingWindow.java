package dev.camelentrata.sandbox.books;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what happened lately. For one thread only. */
final class SlidingWindow {

  private final Deque<Instant> taken = new ArrayDeque<>();

  /** How much may still happen now. */
  int left(Instant now, Duration length, int most) {
    while (!taken.isEmpty() && !taken.peekFirst().plus(length).isAfter(now)) {
      taken.removeFirst();
    }
    return Math.max(0, most - taken.size());
  }

  void clear() {
    taken.clear();
  }

  void take(Instant now) {
    taken.addLast(now);
  }

  /** Seconds until something may happen again, at least 1; asked only when nothing is left. */
  long wait(Instant now, Duration length) {
    if (taken.isEmpty()) {
      return 1;
    }
    Duration wait = Duration.between(now, taken.peekFirst().plus(length));
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }
}
