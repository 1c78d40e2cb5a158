package dev.camelentrata.submission;

import java.time.Instant;
import java.util.Map;

/**
 * One durable write on its way into the portal.
 *
 * @param sequence orders submissions as they came in
 * @param propertyId null for what belongs to no property
 * @param reference what the portal can be searched for
 * @param sessionId the portal session that it is written with
 * @param pathIds the ids of the request's path by their names, with the property's
 * @param body what is written, as JSON of the catalogue's write
 * @param resultId the portal's id of what was made or changed; null before it succeeded
 * @param confirmation the portal's confirmation number; null if there is none
 * @param problem why it failed or what is uncertain, a JSON object; null if nothing is wrong
 * @param attempts how often it was tried
 * @param committingAt when the portal was last asked to keep it; null if it never was
 * @param nextAttemptAt when it is tried again
 */
public record Submission(
    String id,
    String company,
    long sequence,
    String operation,
    String propertyId,
    SubmissionState state,
    String reference,
    String sessionId,
    String username,
    Map<String, String> pathIds,
    String body,
    String resultId,
    String confirmation,
    String problem,
    int attempts,
    Instant committingAt,
    Instant nextAttemptAt,
    Instant acceptedAt,
    Instant startedAt,
    Instant endedAt,
    long fence) {

  public Submission {
    pathIds = Map.copyOf(pathIds);
  }

  /** Without what is written, which may be of a resident. */
  @Override
  public String toString() {
    return "Submission[" + id + " " + operation + " " + state.slug() + "]";
  }
}
