package dev.camelentrata.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.deadletter.DeadLetter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A dead letter as the API shows it.
 *
 * @param ref its id where it came from; of a submission the submission's
 * @param replayable whether what is needed for a replay was kept
 * @param message the original message, masked; only where one letter is asked for, else null
 */
record DeadLetterView(
    String id,
    String kind,
    String state,
    String ref,
    String propertyId,
    String route,
    String description,
    String error,
    int attempts,
    int replays,
    boolean replayable,
    Instant createdAt,
    Instant endedAt,
    JsonNode message) {

  /** One letter, in the same shape as a list's {@code data}. */
  record One(DeadLetterView data) {}

  static DeadLetterView listed(DeadLetter letter) {
    return of(letter, null);
  }

  static One one(DeadLetter letter, ObjectMapper json) {
    try {
      return new One(of(letter, letter.message() == null ? null : json.readTree(letter.message())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DeadLetterView of(DeadLetter letter, JsonNode message) {
    return new DeadLetterView(
        letter.id(),
        letter.kind().slug(),
        letter.state().slug(),
        letter.ref(),
        letter.propertyId(),
        letter.route(),
        letter.description(),
        letter.error(),
        letter.attempts(),
        letter.replays(),
        letter.replayable(),
        letter.createdAt(),
        letter.endedAt(),
        message);
  }

  static ApiException notFound() {
    return ApiException.of(
        ProblemType.NOT_FOUND, "There is no such dead letter; GET /dead-letters lists them.");
  }

  static ApiException ended(DeadLetter letter) {
    return ApiException.of(
        ProblemType.DEAD_LETTER_ENDED,
        "The dead letter is " + letter.state().slug() + "; only what is open can be ended.");
  }
}
