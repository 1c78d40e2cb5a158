package dev.camelentrata.submission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * How a submission stands after a try.
 *
 * @param problem what is wrong, a JSON object; null if nothing is
 * @param nextAttemptAt when it is tried again, if it has not ended
 * @param nothingWritten whether it is certain that the portal has nothing of it
 * @param outcome of the try, in one word
 * @param detail of the try, without anybody's data
 * @param givenUp whether it failed although nobody refused it
 */
record Settlement(
    SubmissionState state,
    String resultId,
    String confirmation,
    String problem,
    Instant nextAttemptAt,
    boolean nothingWritten,
    String outcome,
    String detail,
    String evidence,
    boolean givenUp) {

  static Settlement succeeded(String id, String confirmation, Instant now, String outcome) {
    return new Settlement(
        SubmissionState.SUCCEEDED, id, confirmation, null, now, false, outcome, null, null, false);
  }

  static Settlement failed(SubmissionProblem problem, Instant now, String outcome) {
    return new Settlement(
        SubmissionState.FAILED,
        null,
        null,
        problem.json(),
        now,
        true,
        outcome,
        problem.detail(),
        problem.evidence(),
        false);
  }

  /** Failed, but not for what was asked: somebody may have it tried again. */
  static Settlement givenUp(SubmissionProblem problem, Instant now, String outcome) {
    return new Settlement(
        SubmissionState.FAILED,
        null,
        null,
        problem.json(),
        now,
        true,
        outcome,
        problem.detail(),
        problem.evidence(),
        true);
  }

  static Settlement again(SubmissionProblem problem, Instant next, String outcome) {
    return new Settlement(
        SubmissionState.RUNNING,
        null,
        null,
        problem.json(),
        next,
        true,
        outcome,
        problem.detail(),
        problem.evidence(),
        false);
  }

  static Settlement uncertain(SubmissionProblem problem, Instant next, String outcome) {
    return new Settlement(
        SubmissionState.UNCERTAIN,
        null,
        null,
        problem.json(),
        next,
        false,
        outcome,
        problem.detail(),
        problem.evidence(),
        false);
  }

  /** What the event of it tells. */
  String event(String operation) {
    ObjectNode after = JsonNodeFactory.instance.objectNode();
    after.put("operation", operation).put("state", state.slug());
    after.put("resultId", resultId).put("confirmation", confirmation);
    return after.toString();
  }
}
