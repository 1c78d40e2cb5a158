package dev.camelentrata.deadletter;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Health check {@code dead-letters}: tells number and age of open letters, and is down when either
 * is beyond its alarm. It counts for health as a whole and neither for liveness nor for readiness:
 * a replica that tells of dead letters is as able to work as any other.
 */
final class DeadLetterHealth extends AbstractHealthCheck {

  private final OpenLetters open;
  private final DeadLetterSettings settings;

  DeadLetterHealth(OpenLetters open, DeadLetterSettings settings) {
    super("entrata", "dead-letters");
    this.open = open;
    this.settings = settings;
  }

  @Override
  public boolean isReadiness() {
    return false;
  }

  @Override
  public boolean isLiveness() {
    return false;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
    OpenLetters.Seen seen = open.now();
    seen.counts().forEach((kind, count) -> builder.detail("open." + kind.slug(), count));
    builder.detail("open", seen.all()).detail("oldest.seconds", seen.age().toSeconds());
    if (seen.all() > settings.alarmCount()) {
      builder.down().message(describe(seen) + " (more than " + settings.alarmCount() + ")");
    } else if (seen.age().compareTo(settings.alarmAge()) > 0) {
      builder.down().message(describe(seen));
    } else {
      builder.up();
    }
  }

  private static String describe(OpenLetters.Seen seen) {
    return seen.all()
        + " dead letters are open, the oldest for "
        + seen.age().toHours()
        + " h; list them by listDeadLetters and replay or discard them";
  }
}
