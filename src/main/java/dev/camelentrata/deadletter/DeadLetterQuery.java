package dev.camelentrata.deadletter;

import java.time.Instant;

/**
 * Which dead letters are wanted; null leaves a filter out.
 *
 * @param from only those that came at this time or later
 * @param to only those that came before this time
 */
public record DeadLetterQuery(
    DeadLetterKind kind,
    DeadLetterState state,
    String route,
    String propertyId,
    Instant from,
    Instant to) {

  /** The same, but only what is open. */
  DeadLetterQuery open() {
    return new DeadLetterQuery(kind, DeadLetterState.OPEN, route, propertyId, from, to);
  }
}
