package dev.camelentrata.portal.replay;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass while a call waits for its turn; tests move their clock instead. */
@FunctionalInterface
interface Pause {

  void pass(Duration time) throws InterruptedException;

  /** Parks the thread; may end early, so callers look again. */
  static Pause parking() {
    return time -> {
      LockSupport.parkNanos(time.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    };
  }
}
