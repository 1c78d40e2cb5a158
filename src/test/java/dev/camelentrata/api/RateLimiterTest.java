package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

  private final SettableClock clock = new SettableClock();
  private final RateLimiter limiter = new RateLimiter(RatePolicy.perMinute("token", 3), clock);

  @Test
  void countsDownAndRefusesBeyondTheQuota() {
    assertThat(limiter.count("a").remaining()).isEqualTo(2);
    assertThat(limiter.count("a").remaining()).isEqualTo(1);
    assertThat(limiter.count("a").allowed()).isTrue();
    RateState beyond = limiter.count("a");

    assertThat(beyond.allowed()).isFalse();
    assertThat(beyond.remaining()).isZero();
    assertThatExceptionOfType(ApiException.class).isThrownBy(beyond::requireAllowed);
  }

  @Test
  void countsEachCallerForItself() {
    IntStream.range(0, 4).forEach(i -> limiter.count("a"));

    assertThat(limiter.count("b").allowed()).isTrue();
  }

  @Test
  void beginsAnewWhenTheWindowHasEnded() {
    IntStream.range(0, 4).forEach(i -> limiter.count("a"));
    clock.advance(Duration.ofMillis(59_500));
    RateState late = limiter.count("a");
    assertThat(late.allowed()).isFalse();
    assertThat(late.resetSeconds()).isEqualTo(1);

    clock.advance(Duration.ofMillis(500));

    assertThat(limiter.count("a").remaining()).isEqualTo(2);
  }

  @Test
  void letsASuccessorGoOnWithWhatIsLeft() {
    limiter.count("old");
    limiter.carryOver("old", "new");

    assertThat(limiter.count("new").remaining()).isEqualTo(1);
  }

  @Test
  void allowsExactlyTheQuotaToManyThreads() throws Exception {
    RateLimiter hundred = new RateLimiter(RatePolicy.perMinute("token", 100), clock);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> calls =
          IntStream.range(0, 300)
              .<Callable<Boolean>>mapToObj(i -> () -> hundred.count("a").allowed())
              .toList();
      int allowed = 0;
      for (var answer : threads.invokeAll(calls)) {
        allowed += answer.get() ? 1 : 0;
      }
      assertThat(allowed).isEqualTo(100);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void forgetsCallersWhoseWindowHasEnded() {
    IntStream.range(0, 999).forEach(i -> limiter.count("early" + i));
    clock.advance(Duration.ofMinutes(2));

    limiter.count("late");

    assertThat(limiter.callers()).isEqualTo(1);
  }

  @Test
  void writesTheHeadersOfTheDraft() {
    assertThat(limiter.count("a").headers())
        .containsEntry("RateLimit-Policy", "\"token\";q=3;w=60")
        .containsEntry("RateLimit", "\"token\";r=2;t=60");
  }
}
