package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.system.AccountingSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Up to when each connection's books are closed, read once in a while. Safe for many threads. */
final class LockDates {

  private static final Logger LOG = LoggerFactory.getLogger(LockDates.class);
  private static final Duration KEEP = Duration.ofMinutes(5);

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Clock clock;

  /** Null as the day if no book is closed. */
  private record Known(LocalDate day, Instant readAt) {}

  LockDates(Clock clock) {
    this.clock = clock;
  }

  /** Null if none is closed, or if that cannot be told: the system itself refuses what is. */
  LocalDate of(String connectionId, AccountingSystem system) {
    Known last = known.get(connectionId);
    return last != null && last.readAt().plus(KEEP).isAfter(clock.instant())
        ? last.day()
        : anew(connectionId, system);
  }

  /** The same, asked for now. */
  LocalDate anew(String connectionId, AccountingSystem system) {
    Known last = known.get(connectionId);
    try {
      LocalDate day = system.lockedThrough().orElse(null);
      known.put(connectionId, new Known(day, clock.instant()));
      return day;
    } catch (RuntimeException e) {
      LOG.warn(
          "Connection {} does not tell which days are closed: {}", connectionId, e.getMessage());
      LocalDate day = last == null ? null : last.day();
      known.put(connectionId, new Known(day, clock.instant()));
      return day;
    }
  }
}
