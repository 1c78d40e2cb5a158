package dev.camelentrata.webhook;

import java.time.Duration;

/** Rings in this process when there may be something to do. Thread-safe. */
final class WorkBell {

  private long rings;

  synchronized void ring() {
    rings++;
    notifyAll();
  }

  synchronized long count() {
    return rings;
  }

  /** Waits until it has rung since this count was taken, or this long. */
  synchronized void await(long since, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (rings == since) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }
}
