package dev.camelentrata.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShortMemoryTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final ShortMemory<String, String> memory =
      new ShortMemory<>(Duration.ofSeconds(1), clock);
  private final AtomicInteger lookUps = new AtomicInteger();

  @Test
  void looksUpOnceAMoment() {
    assertThat(get("a")).contains("A");
    assertThat(get("a")).contains("A");
    assertThat(lookUps).hasValue(1);

    clock.forward(Duration.ofSeconds(1));
    assertThat(get("a")).contains("A");
    assertThat(lookUps).hasValue(2);
  }

  @Test
  void forgetsWhenTold() {
    get("a");
    memory.forget("a");
    get("a");
    memory.clear();
    get("a");
    assertThat(lookUps).hasValue(3);
  }

  @Test
  void doesNotRememberThatNothingWasThere() {
    assertThat(get("")).isEmpty();
    assertThat(get("")).isEmpty();
    assertThat(lookUps).hasValue(2);
  }

  private Optional<String> get(String key) {
    return memory.get(
        key,
        k -> {
          lookUps.incrementAndGet();
          return k.isEmpty() ? Optional.empty() : Optional.of(k.toUpperCase(java.util.Locale.ROOT));
        });
  }
}
