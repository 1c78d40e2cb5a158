package dev.camelentrata.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final RetrySchedule DEFAULT =
      new RetrySchedule(
          Arrays.stream(RetrySchedule.DEFAULT.split(",", -1))
              .map(text -> Duration.parse("PT" + text))
              .toList());

  @Test
  void lastsAtLeastSeventyFiveHoursAndThirtyFiveMinutes() {
    assertThat(DEFAULT.pauses().stream().reduce(Duration.ZERO, Duration::plus))
        .isGreaterThanOrEqualTo(Duration.ofHours(75).plusMinutes(35));
  }

  @Test
  void variesEveryPauseByAFifthAtMost() {
    List<Duration> pauses =
        IntStream.range(0, 500).mapToObj(i -> DEFAULT.after(2).orElseThrow()).toList();

    assertThat(pauses)
        .allSatisfy(p -> assertThat(p).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6)));
    assertThat(pauses).anyMatch(p -> p.compareTo(Duration.ofSeconds(265)) < 0);
    assertThat(pauses).anyMatch(p -> p.compareTo(Duration.ofSeconds(335)) > 0);
  }

  @Test
  void endsAfterItsLastPause() {
    assertThat(DEFAULT.after(9)).isPresent();
    assertThat(DEFAULT.after(10)).isEmpty();
  }
}
