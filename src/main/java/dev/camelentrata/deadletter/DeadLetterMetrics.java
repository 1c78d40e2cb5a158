package dev.camelentrata.deadletter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Gauges of open dead letters: {@code entrata.dead.letters} by kind, and the age of the oldest. */
final class DeadLetterMetrics implements MeterBinder {

  private final OpenLetters open;

  DeadLetterMetrics(OpenLetters open) {
    this.open = open;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (DeadLetterKind kind : DeadLetterKind.values()) {
      Gauge.builder("entrata.dead.letters", open, o -> o.now().counts().getOrDefault(kind, 0L))
          .tag("kind", kind.slug())
          .description("Open dead letters")
          .strongReference(true)
          .register(registry);
    }
    Gauge.builder("entrata.dead.letters.oldest", open, o -> o.now().age().toSeconds())
        .baseUnit("seconds")
        .description("Age of the oldest open dead letter")
        .strongReference(true)
        .register(registry);
  }
}
