package dev.camelentrata.deadletter;

import java.time.Instant;

/**
 * Something that has used up its retries, as it may be shown.
 *
 * @param sequence orders letters as they came in
 * @param propertyId null for what belongs to no property
 * @param ref its id where it came from
 * @param route the route that it failed in; null for what was in none
 * @param error why the last try failed, masked
 * @param attempts how often it was tried, replays included
 * @param replays how often it was replayed
 * @param replayable whether what is needed for a replay was kept
 * @param message the original message with secrets and personal data masked, JSON; null if there is
 *     none
 * @param endedAt null while it is open
 */
public record DeadLetter(
    String id,
    String company,
    long sequence,
    String propertyId,
    DeadLetterKind kind,
    String ref,
    String route,
    String description,
    String error,
    int attempts,
    int replays,
    boolean replayable,
    String message,
    DeadLetterState state,
    Instant createdAt,
    Instant endedAt) {

  @Override
  public String toString() {
    return "DeadLetter[" + id + " " + kind.slug() + " " + ref + " " + state.slug() + "]";
  }
}
