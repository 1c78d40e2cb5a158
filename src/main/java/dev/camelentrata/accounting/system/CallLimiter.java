package dev.camelentrata.accounting.system;

import java.time.Duration;
import java.util.List;

/**
 * Keeps the calls to one organisation's books within its system's limits. Safe for many threads.
 */
public interface CallLimiter {

  /**
   * A turn of the first of these kinds that has one.
   *
   * @param patience how long to wait at most
   */
  Turn take(List<CallKind> kinds, Duration patience);

  SystemLimits limits();
}
