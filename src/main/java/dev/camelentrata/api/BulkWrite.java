package dev.camelentrata.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.mirror.StoredItem;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.submission.Acceptance;
import dev.camelentrata.submission.NewSubmission;
import dev.camelentrata.submission.Submission;
import dev.camelentrata.submission.Submissions;
import dev.camelentrata.write.Write;
import dev.camelentrata.write.WriteCatalog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Step: takes many changes in one request, each a submission of its own under the request's key,
 * and answers with one result for each; what is wrong with one keeps no other back.
 */
final class BulkWrite implements Processor {

  private static final int MOST = 100;

  private static final String REUSED =
      "This Idempotency-Key was used for another request. Use a new key for a new request.";

  private final WriteCatalog writes;
  private final WriteTargets targets;
  private final Submit submit;
  private final Submissions submissions;
  private final JsonBody body;
  private final ObjectMapper json;
  private final Problems problems = new Problems();

  BulkWrite(
      WriteCatalog writes,
      WriteTargets targets,
      Submit submit,
      Submissions submissions,
      ObjectMapper json) {
    this.writes = writes;
    this.targets = targets;
    this.submit = submit;
    this.submissions = submissions;
    this.body = new JsonBody(json);
    this.json = json;
  }

  /** The result of one item: exactly one of submission and problem is there. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(int index, SubmissionView submission, ItemProblem problem) {}

  /** What is wrong with one item. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ItemProblem(String type, int status, String title, String detail, Object errors) {
    static ItemProblem of(Problem problem) {
      return new ItemProblem(
          problem.type().slug(),
          problem.type().status(),
          problem.type().title(),
          problem.detail(),
          problem.members().get("errors"));
    }
  }

  /** All results, in the request's order. */
  record Results(List<Item> data) {}

  @Override
  public void process(Exchange exchange) throws IOException {
    Call call = Call.of(exchange);
    ApiRequest request = call.request();
    Write write =
        writes.all().stream()
            .filter(w -> request.path().equals(w.bulk()))
            .findFirst()
            .orElseThrow();
    String key = IdempotencyKey.read(request.idempotencyKey());
    ObjectNode content = body.read(exchange);
    JsonNode items = items(content);
    String fingerprint = IdempotencyKey.fingerprint(request, content);
    boolean repeated = repeated(call, key, fingerprint, items.size());
    List<Object> taken = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      taken.add(take(call, write, items.get(i), caller(call, key, i, fingerprint)));
    }
    Duration wait = Preferences.wait(request.prefer());
    long end = System.nanoTime() + wait.toNanos();
    List<Item> results = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      results.add(
          taken.get(i) instanceof Submission submission
              ? new Item(i, view(call, write, submission, end), null)
              : new Item(i, null, ItemProblem.of((Problem) taken.get(i))));
    }
    call.responseHeaders().put("Cache-Control", "no-store");
    if (repeated) {
      call.responseHeaders().put("Idempotent-Replayed", "true");
    }
    if (!wait.isZero()) {
      call.responseHeaders().put("Preference-Applied", "wait=" + wait.toSeconds());
    }
    boolean ended =
        results.stream().allMatch(r -> r.problem() != null || r.submission().endedAt() != null);
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, ended ? 200 : 202);
    exchange.getMessage().setBody(new Results(results));
  }

  /** Each item has a key of its own, made of the request's, and the fingerprint of all of it. */
  private static NewSubmission.Caller caller(Call call, String key, int index, String fingerprint) {
    return new NewSubmission.Caller(
        call.session().company(),
        call.session().username(),
        call.session().id(),
        key + "/" + index,
        fingerprint);
  }

  /** Whether this request was made before; throws if another one was made under this key. */
  private boolean repeated(Call call, String key, String fingerprint, int items) {
    for (int i = 0; i < items; i++) {
      Optional<Acceptance> known = submissions.known(caller(call, key, i, fingerprint));
      if (known.isPresent()) {
        if (known.get() instanceof Acceptance.Known) {
          return true;
        }
        throw ApiException.of(ProblemType.IDEMPOTENCY_KEY_REUSED, REUSED);
      }
    }
    return false;
  }

  private static JsonNode items(ObjectNode object) {
    JsonNode items = object.path("items");
    List<FieldError> errors = new ArrayList<>();
    if (!items.isArray() || items.isEmpty() || items.size() > MOST) {
      errors.add(FieldError.inBody("/items", "must be an array of 1 to " + MOST + " changes"));
    }
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals("items")) {
                errors.add(FieldError.inBody("/" + name, "is not known here; remove it"));
              }
            });
    if (!errors.isEmpty()) {
      throw ApiException.invalid(errors);
    }
    return items;
  }

  /** A submission, or the problem of the item. */
  private Object take(Call call, Write write, JsonNode item, NewSubmission.Caller caller) {
    try {
      if (!(item instanceof ObjectNode) || !item.path(write.idName()).isTextual()) {
        throw ApiException.invalid(
            List.of(FieldError.inBody("/" + write.idName(), "is missing: the id of what changes")));
      }
      ObjectNode content = ((ObjectNode) item).deepCopy();
      String id = content.remove(write.idName()).textValue();
      StoredItem target = targets.find(call, write, id);
      Acceptance acceptance =
          submit.accept(
              call,
              new WriteRequest(write, content, caller, Duration.ZERO, target, target.propertyId()));
      if (acceptance instanceof Acceptance.Accepted accepted) {
        return accepted.submission();
      }
      if (acceptance instanceof Acceptance.Known known) {
        return known.submission();
      }
      return Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED, REUSED);
    } catch (ApiException | PortalException e) {
      return problems.of(e, call.request().id());
    }
  }

  private SubmissionView view(Call call, Write write, Submission submission, long end) {
    Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    Submission now =
        left.isZero()
            ? submission
            : submissions.await(call.viewer(), submission.id(), left).orElse(submission);
    return SubmissionView.of(now, write, null, json);
  }
}
