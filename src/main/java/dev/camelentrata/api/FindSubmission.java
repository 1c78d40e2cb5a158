package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.submission.Submission;
import dev.camelentrata.submission.Submissions;
import dev.camelentrata.write.WriteCatalog;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: reads one submission with what was tried, or cancels it where the method is POST. */
final class FindSubmission implements Processor {

  private final Submissions submissions;
  private final WriteCatalog writes;
  private final ObjectMapper json;

  FindSubmission(Submissions submissions, WriteCatalog writes, ObjectMapper json) {
    this.submissions = submissions;
    this.writes = writes;
    this.json = json;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    String id = call.request().pathParameters().get("submissionId");
    boolean cancel = call.request().operation().method().equals("POST");
    Submission submission = cancel ? cancel(call, id) : find(call, id);
    call.responseHeaders().put("Cache-Control", "no-store");
    exchange
        .getMessage()
        .setBody(
            new SubmissionView.One(
                SubmissionView.of(
                    submission,
                    writes.find(submission.operation()).orElseThrow(),
                    submissions.attempts(call.viewer(), id),
                    json)));
  }

  private Submission find(Call call, String id) {
    return submissions
        .find(call.viewer(), id)
        .orElseThrow(
            () ->
                ApiException.of(
                    ProblemType.NOT_FOUND,
                    "There is no such submission; GET /submissions lists them."));
  }

  private Submission cancel(Call call, String id) {
    return submissions
        .cancel(call.viewer(), id)
        .orElseThrow(
            () ->
                new ApiException(
                    Problem.of(
                            ProblemType.NOT_CANCELLABLE,
                            "The submission is "
                                + find(call, id).state().slug()
                                + "; only what is accepted can be cancelled.")
                        .with("submissionId", id)));
  }
}
