package dev.camelentrata.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was looked up for a moment, so that a caller with many requests a second does not
 * have it looked up for each. What another replica changes is seen when the moment is over. Safe
 * for use by many threads.
 */
public final class ShortMemory<K, V> {

  private static final int MOST = 10_000;

  private record Remembered<V>(V value, Instant until) {}

  private final Map<K, Remembered<V>> known = new ConcurrentHashMap<>();
  private final Duration moment;
  private final Clock clock;

  public ShortMemory(Duration moment, Clock clock) {
    this.moment = moment;
    this.clock = clock;
  }

  /** What is remembered, or else what the look-up finds; nothing found is not remembered. */
  public Optional<V> get(K key, Function<K, Optional<V>> lookUp) {
    Instant now = clock.instant();
    Remembered<V> remembered = known.get(key);
    if (remembered != null && now.isBefore(remembered.until)) {
      return Optional.of(remembered.value);
    }
    Optional<V> found = lookUp.apply(key);
    found.ifPresentOrElse(value -> remember(key, value, now), () -> known.remove(key));
    return found;
  }

  private void remember(K key, V value, Instant now) {
    if (known.size() >= MOST) {
      known.values().removeIf(remembered -> !now.isBefore(remembered.until));
      if (known.size() >= MOST) {
        return;
      }
    }
    known.put(key, new Remembered<>(value, now.plus(moment)));
  }

  public void forget(K key) {
    known.remove(key);
  }

  /** Forgets everything. */
  public void clear() {
    known.clear();
  }
}
