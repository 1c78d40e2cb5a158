package dev.camelentrata.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides how a delivery goes on after a try. */
final class Judge {

  /** Nobody is left alone for longer, whatever {@code Retry-After} says. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

  private final RetrySchedule schedule;

  Judge(RetrySchedule schedule) {
    this.schedule = schedule;
  }

  Outcome outcome(
      LeasedDelivery delivery, DeliveryAnswer answer, Instant startedAt, long millis, Instant now) {
    if (answer.successful()) {
      return new Outcome(delivery, startedAt, millis, answer, DeliveryState.DELIVERED, null, null);
    }
    Optional<Duration> pause =
        answer.gone() ? Optional.empty() : schedule.after(delivery.failures() + 1);
    if (pause.isEmpty()) {
      return new Outcome(delivery, startedAt, millis, answer, DeliveryState.DEAD, null, null);
    }
    Optional<Duration> asked =
        answer
            .retryAfter()
            .filter(d -> answer.status().filter(s -> s == 429 || s == 503).isPresent())
            .map(d -> d.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : d);
    Duration wait = asked.filter(d -> d.compareTo(pause.get()) > 0).orElse(pause.get());
    return new Outcome(
        delivery,
        startedAt,
        millis,
        answer,
        DeliveryState.PENDING,
        now.plus(wait),
        asked.map(now::plus).orElse(null));
  }
}
