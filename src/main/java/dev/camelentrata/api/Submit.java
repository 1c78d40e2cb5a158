package dev.camelentrata.api;

import dev.camelentrata.security.AuditLog;
import dev.camelentrata.submission.Acceptance;
import dev.camelentrata.submission.NewSubmission;
import dev.camelentrata.submission.Submission;
import dev.camelentrata.submission.Submissions;
import dev.camelentrata.write.WriteCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step: checks a request to write and stores it as a submission; a request that was made before is
 * found again by its key. The body becomes the {@link Acceptance}.
 */
final class Submit implements Processor {

  private final Submissions submissions;
  private final WriteCheck check = new WriteCheck();
  private final WriteReferences references;
  private final WriteTargets targets;
  private final AuditLog audit;

  Submit(
      Submissions submissions, WriteReferences references, WriteTargets targets, AuditLog audit) {
    this.submissions = submissions;
    this.references = references;
    this.targets = targets;
    this.audit = audit;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    exchange.getMessage().setBody(accept(call, call.write()));
  }

  /**
   * Takes the request, or throws what is wrong with it; what was taken once is not wrong, though
   * the unit is let by now.
   */
  Acceptance accept(Call call, WriteRequest request) {
    List<FieldError> errors = errors(call, request);
    if (!errors.isEmpty()) {
      return submissions.known(request.caller()).orElseThrow(() -> ApiException.invalid(errors));
    }
    Acceptance acceptance = submissions.accept(submission(call, request));
    if (acceptance instanceof Acceptance.Accepted accepted) {
      audit(call, accepted.submission());
    }
    return acceptance;
  }

  /** Everything that is wrong, the portal untouched. */
  List<FieldError> errors(Call call, WriteRequest request) {
    List<FieldError> errors = new ArrayList<>();
    check
        .check(request.write(), request.body())
        .forEach(fault -> errors.add(FieldError.inBody(fault.pointer(), fault.detail())));
    errors.addAll(references.check(call, request));
    return errors;
  }

  private NewSubmission submission(Call call, WriteRequest request) {
    Map<String, String> ids = new LinkedHashMap<>();
    if (request.target() != null) {
      ids.put(request.write().idName(), request.target().id());
    }
    if (request.propertyId() != null) {
      ids.put("propertyId", request.propertyId());
    }
    List<String> files = new ArrayList<>();
    request.body().path("attachments").forEach(id -> files.add(id.asText()));
    return new NewSubmission(
        request.write(),
        request.caller(),
        request.propertyId(),
        targets.orderKey(call.viewer(), request),
        ids,
        request.body().toString(),
        files);
  }

  private void audit(Call call, Submission submission) {
    audit.append(
        call.token().id(),
        "submission.accepted",
        submission.id(),
        call.request().remote(),
        "ok",
        Map.of("company", submission.company(), "operation", submission.operation()));
  }
}
