package dev.camelentrata.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The pauses between the tries of a delivery, each shortened or lengthened by chance. */
public record RetrySchedule(List<Duration> pauses) {

  /** 75 h 35 min 5 s in sum. */
  public static final String DEFAULT = "5s,5m,30m,2h,5h,10h,14h,20h,24h";

  private static final double JITTER = 0.2;

  public RetrySchedule {
    pauses = List.copyOf(pauses);
    if (pauses.isEmpty()) {
      throw new IllegalArgumentException("a schedule has at least one pause");
    }
  }

  /** The pause after so many failures; empty when it is time to give up. */
  Optional<Duration> after(int failures) {
    if (failures > pauses.size()) {
      return Optional.empty();
    }
    double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
    return Optional.of(Duration.ofMillis((long) (pauses.get(failures - 1).toMillis() * factor)));
  }
}
