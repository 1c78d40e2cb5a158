package dev.camelentrata.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.submission.Attempt;
import dev.camelentrata.submission.Submission;
import dev.camelentrata.submission.SubmissionState;
import dev.camelentrata.write.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A submission as the API shows it; what was written is not repeated.
 *
 * @param reference what the portal can be searched for
 * @param of the ids of what it is about
 * @param result what was made or changed; null before it succeeded
 * @param problem why it failed or is uncertain; null if nothing is wrong
 * @param nextAttemptAt when it is tried again; null once it has ended
 * @param tried what was tried; only where one submission is asked for
 */
record SubmissionView(
    String id,
    String operation,
    String state,
    Map<String, String> of,
    String reference,
    Result result,
    JsonNode problem,
    int attempts,
    Instant acceptedAt,
    Instant startedAt,
    Instant endedAt,
    Instant nextAttemptAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Tried> tried) {

  /**
   * What was made or changed.
   *
   * @param href where the API shows it
   * @param confirmation the portal's confirmation number
   */
  record Result(String id, String href, String confirmation) {}

  /**
   * One try.
   *
   * @param evidence the name of the folder with what the portal showed, for the operator
   */
  record Tried(
      int number,
      String kind,
      Instant startedAt,
      Instant endedAt,
      String step,
      String outcome,
      String detail,
      String evidence) {}

  /** One submission, in the same shape as a list's {@code data}. */
  record One(SubmissionView data) {}

  static SubmissionView of(
      Submission submission, Write write, List<Attempt> attempts, ObjectMapper json) {
    boolean succeeded = submission.state() == SubmissionState.SUCCEEDED;
    return new SubmissionView(
        submission.id(),
        submission.operation(),
        submission.state().slug(),
        submission.pathIds(),
        submission.reference(),
        succeeded ? result(submission, write) : null,
        submission.problem() == null ? null : read(submission.problem(), json),
        submission.attempts(),
        submission.acceptedAt(),
        submission.startedAt(),
        submission.endedAt(),
        submission.state().ended() ? null : submission.nextAttemptAt(),
        attempts == null ? null : attempts.stream().map(SubmissionView::tried).toList());
  }

  private static Result result(Submission submission, Write write) {
    return new Result(
        submission.resultId(),
        "/" + write.resource() + "/" + submission.resultId(),
        submission.confirmation());
  }

  private static Tried tried(Attempt attempt) {
    return new Tried(
        attempt.number(),
        attempt.kind(),
        attempt.startedAt(),
        attempt.endedAt(),
        attempt.step(),
        attempt.outcome(),
        attempt.detail(),
        attempt.evidence() == null
            ? null
            : String.valueOf(Path.of(attempt.evidence()).getFileName()));
  }

  /** The problem that a failed submission is to its caller. */
  static Problem problem(Submission submission, ObjectMapper json) {
    JsonNode said = read(submission.problem(), json);
    Problem problem =
        Problem.of(ProblemType.ofSlug(said.path("type").asText()), said.path("detail").asText())
            .with("submissionId", submission.id());
    for (String member : List.of("errors", "mapEntry")) {
      if (said.has(member)) {
        problem = problem.with(member, said.get(member));
      }
    }
    return problem;
  }

  private static JsonNode read(String problem, ObjectMapper json) {
    try {
      return json.readTree(problem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
