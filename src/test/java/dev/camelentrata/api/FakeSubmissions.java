package dev.camelentrata.api;

import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.submission.Acceptance;
import dev.camelentrata.submission.Attempt;
import dev.camelentrata.submission.NewSubmission;
import dev.camelentrata.submission.Submission;
import dev.camelentrata.submission.SubmissionQuery;
import dev.camelentrata.submission.SubmissionState;
import dev.camelentrata.submission.Submissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Submissions in memory, which end as the test says when they are waited for. */
final class FakeSubmissions implements Submissions {

  static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

  final List<NewSubmission> taken = new ArrayList<>();
  private final Map<String, Submission> byId = new LinkedHashMap<>();
  private final Map<String, NewSubmission.Caller> byKey = new LinkedHashMap<>();
  private final Map<String, String> idByKey = new LinkedHashMap<>();
  private UnaryOperator<Submission> end = UnaryOperator.identity();

  void reset() {
    taken.clear();
    byId.clear();
    byKey.clear();
    idByKey.clear();
    end = UnaryOperator.identity();
  }

  /** What becomes of a submission that is waited for. */
  void endAs(SubmissionState state, String resultId, String problem) {
    end = s -> with(s, state, resultId, problem);
  }

  private static Submission with(
      Submission s, SubmissionState state, String resultId, String problem) {
    return new Submission(
        s.id(),
        s.company(),
        s.sequence(),
        s.operation(),
        s.propertyId(),
        state,
        s.reference(),
        s.sessionId(),
        s.username(),
        s.pathIds(),
        s.body(),
        resultId,
        resultId == null ? null : "L-2026-000001",
        problem,
        1,
        null,
        AT,
        AT,
        AT,
        state.ended() ? AT : null,
        1);
  }

  @Override
  public Optional<Acceptance> known(NewSubmission.Caller caller) {
    NewSubmission.Caller first = byKey.get(caller.username() + " " + caller.key());
    if (first == null) {
      return Optional.empty();
    }
    return Optional.of(
        first.fingerprint().equals(caller.fingerprint())
            ? new Acceptance.Known(byId.get(idByKey.get(caller.username() + " " + caller.key())))
            : new Acceptance.Misused());
  }

  @Override
  public Acceptance accept(NewSubmission submission) {
    Optional<Acceptance> known = known(submission.caller());
    if (known.isPresent()) {
      return known.get();
    }
    taken.add(submission);
    String id = "sub_" + taken.size();
    NewSubmission.Caller caller = submission.caller();
    Submission accepted =
        new Submission(
            id,
            caller.company(),
            taken.size(),
            submission.write().operation(),
            submission.propertyId(),
            SubmissionState.ACCEPTED,
            "CE-" + taken.size(),
            caller.sessionId(),
            caller.username(),
            submission.pathIds(),
            submission.body(),
            null,
            null,
            null,
            0,
            null,
            AT,
            AT,
            null,
            null,
            0);
    byId.put(id, accepted);
    byKey.put(caller.username() + " " + caller.key(), caller);
    idByKey.put(caller.username() + " " + caller.key(), id);
    return new Acceptance.Accepted(accepted);
  }

  @Override
  public Optional<Submission> find(Viewer viewer, String id) {
    return Optional.ofNullable(byId.get(id))
        .filter(s -> s.propertyId() == null || viewer.propertyIds().contains(s.propertyId()));
  }

  @Override
  public List<Submission> list(Viewer viewer, SubmissionQuery query) {
    List<Submission> found = new ArrayList<>();
    for (Submission submission : byId.values()) {
      if (find(viewer, submission.id()).isPresent()
          && (query.state() == null || query.state() == submission.state())
          && (query.operation() == null || query.operation().equals(submission.operation()))
          && (query.propertyId() == null
              || Objects.equals(query.propertyId(), submission.propertyId()))
          && (query.before() == null || submission.sequence() < query.before())) {
        found.add(0, submission);
      }
    }
    return found.subList(0, Math.min(found.size(), query.limit()));
  }

  @Override
  public List<Attempt> attempts(Viewer viewer, String id) {
    return List.of(new Attempt(1, "write", AT, AT, "confirm", "completed", null, null));
  }

  @Override
  public Optional<Submission> cancel(Viewer viewer, String id) {
    return find(viewer, id)
        .filter(s -> s.state() == SubmissionState.ACCEPTED)
        .map(
            s -> {
              byId.put(id, with(s, SubmissionState.CANCELLED, null, null));
              return byId.get(id);
            });
  }

  @Override
  public Optional<Submission> await(Viewer viewer, String id, Duration longest) {
    byId.computeIfPresent(id, (same, submission) -> end.apply(submission));
    return find(viewer, id);
  }
}
