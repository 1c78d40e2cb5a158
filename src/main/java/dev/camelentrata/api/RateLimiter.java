package dev.camelentrata.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts requests per caller in fixed windows that begin with the caller's first request. Kept in
 * memory, so the quota holds per replica. Safe for use by many threads.
 */
final class RateLimiter {

  private static final int SWEEP_EVERY = 1_000;

  private final RatePolicy policy;
  private final Clock clock;
  private final Map<String, Window> windows = new ConcurrentHashMap<>();

  private record Window(Instant end, int used) {}

  RateLimiter(RatePolicy policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /** Counts one request of this caller. */
  RateState count(String caller) {
    Instant now = clock.instant();
    Window window =
        windows.compute(
            caller,
            (key, before) ->
                before == null || !before.end.isAfter(now)
                    ? new Window(now.plus(policy.window()), 1)
                    : new Window(before.end, Math.min(before.used, policy.quota()) + 1));
    if (windows.size() % SWEEP_EVERY == 0) {
      windows.values().removeIf(w -> !w.end.isAfter(now));
    }
    long seconds = Math.max(1, Duration.between(now, window.end).plusMillis(999).toSeconds());
    return new RateState(
        policy, window.used <= policy.quota(), Math.max(0, policy.quota() - window.used), seconds);
  }

  /** Lets a caller's successor go on with what the caller has left. */
  void carryOver(String from, String to) {
    Window window = windows.get(from);
    if (window != null) {
      windows.put(to, window);
    }
  }

  /** How many callers are remembered. */
  int callers() {
    return windows.size();
  }
}
