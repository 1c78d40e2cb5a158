package dev.camelentrata.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.submission.Acceptance;
import dev.camelentrata.submission.Submission;
import dev.camelentrata.submission.SubmissionState;
import dev.camelentrata.submission.Submissions;
import dev.camelentrata.write.Write;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Step: waits for a submission's end as long as the caller prefers, and answers with what became of
 * it: made or done, refused, or still on its way.
 */
final class AnswerSubmission implements Processor {

  /** About half of the server's threads; calls beyond are answered without waiting. */
  private static final int WAITING = 64;

  private final Submissions submissions;
  private final ObjectMapper json;
  private final Semaphore waiting = new Semaphore(WAITING);

  AnswerSubmission(Submissions submissions, ObjectMapper json) {
    this.submissions = submissions;
    this.json = json;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    Acceptance acceptance = exchange.getMessage().getBody(Acceptance.class);
    call.responseHeaders().put("Cache-Control", "no-store");
    if (acceptance instanceof Acceptance.Misused) {
      throw ApiException.of(
          ProblemType.IDEMPOTENCY_KEY_REUSED,
          "This Idempotency-Key was used for another request. Use a new key for a new request.");
    }
    if (acceptance instanceof Acceptance.Known known) {
      call.responseHeaders().put("Idempotent-Replayed", "true");
      requireEnded(known.submission());
      answer(exchange.getMessage(), call, known.submission());
    } else if (acceptance instanceof Acceptance.Accepted accepted) {
      answer(exchange.getMessage(), call, awaited(call, accepted.submission()));
    }
  }

  private static void requireEnded(Submission submission) {
    if (!submission.state().ended()) {
      throw new ApiException(
          Problem.of(
                  ProblemType.REQUEST_IN_PROGRESS,
                  "The request with this Idempotency-Key is still being worked on.")
              .with("submissionId", submission.id())
              .withHeader("Location", "/submissions/" + submission.id())
              .retryAfter(1));
    }
  }

  private Submission awaited(Call call, Submission submission) {
    Duration wait = call.write().patience();
    if (wait.isZero() || !waiting.tryAcquire()) {
      return submission;
    }
    try {
      call.responseHeaders().put("Preference-Applied", "wait=" + wait.toSeconds());
      return submissions.await(call.viewer(), submission.id(), wait).orElse(submission);
    } finally {
      waiting.release();
    }
  }

  private void answer(Message message, Call call, Submission submission) {
    Write write = call.write().write();
    if (submission.state() == SubmissionState.FAILED) {
      throw new ApiException(SubmissionView.problem(submission, json));
    }
    SubmissionView view = SubmissionView.of(submission, write, null, json);
    String itself = "/submissions/" + submission.id();
    if (submission.state() == SubmissionState.SUCCEEDED) {
      message.setHeader(Exchange.HTTP_RESPONSE_CODE, write.creates() ? 201 : 200);
      call.responseHeaders().put("Location", view.result().href());
      call.responseHeaders().put("Content-Location", itself);
    } else if (submission.state() != SubmissionState.CANCELLED) {
      message.setHeader(Exchange.HTTP_RESPONSE_CODE, 202);
      call.responseHeaders().put("Location", itself);
    }
    message.setBody(new SubmissionView.One(view));
  }
}
