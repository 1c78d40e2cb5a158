package dev.camelentrata.submission;

import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalWrite;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/**
 * Goes by the routes of {@code routes/submission}, so that an engineer can change the way; what a
 * route says of retries holds.
 */
final class RouteSubmissionPortal implements SubmissionPortal {

  static final String WRITE = "direct:perform-submission";
  static final String FIND = "direct:find-submission";

  private static final String SESSION = "CamelEntrataSession";
  private static final String REFERENCE = "CamelEntrataReference";
  private static final String PROGRESS = "CamelEntrataProgress";
  private static final String OPERATION = "operation";

  private final ProducerTemplate routes;

  RouteSubmissionPortal(ProducerTemplate routes) {
    this.routes = routes;
  }

  @Override
  public PortalOutcome write(
      Submission submission, Map<String, Object> values, PortalWrite.Progress progress) {
    Map<String, Object> headers = headers(submission, submission.sessionId());
    headers.put(PROGRESS, progress);
    return call(() -> routes.requestBodyAndHeaders(WRITE, values, headers, PortalOutcome.class));
  }

  @Override
  public Optional<PortalOutcome.Completed> find(Submission submission, String sessionId) {
    Map<String, Object> headers = headers(submission, sessionId);
    return Optional.ofNullable(
        call(
            () ->
                routes.requestBodyAndHeaders(FIND, null, headers, PortalOutcome.Completed.class)));
  }

  private static Map<String, Object> headers(Submission submission, String sessionId) {
    Map<String, Object> headers = new HashMap<>();
    headers.put(SESSION, sessionId);
    headers.put(REFERENCE, submission.reference());
    headers.put(OPERATION, submission.operation());
    headers.put("CamelEntrataOperation", submission.operation());
    return headers;
  }

  private static <T> T call(Supplier<T> request) {
    try {
      return request.get();
    } catch (CamelExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
