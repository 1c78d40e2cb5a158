package dev.camelentrata.submission;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalWrite;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A portal in memory that counts what it was made to keep, and answers as it is told. */
final class FakeSubmissionPortal implements SubmissionPortal {

  /** What becomes of a write: after the portal kept it, or before. */
  interface Behaviour {
    PortalOutcome end(FakeSubmissionPortal portal, Submission submission);
  }

  static final Behaviour COMPLETES =
      (portal, submission) -> {
        portal.keep(submission);
        return portal.kept.get(submission.reference());
      };
  static final Behaviour LOSES_ITS_ANSWER =
      (portal, submission) -> {
        portal.keep(submission);
        return uncertain();
      };
  static final Behaviour LOSES_THE_REQUEST = (portal, submission) -> uncertain();
  static final Behaviour IS_DOWN =
      (portal, submission) -> {
        throw PortalException.of(PortalProblem.PORTAL_UNAVAILABLE, "The portal does not answer.");
      };
  static final Behaviour REFUSES =
      (portal, submission) ->
          new PortalOutcome.Rejected(
              List.of(
                  new PortalOutcome.Refusal("email", "Email is in use."),
                  new PortalOutcome.Refusal(null, "Try another lead.")));

  final Map<String, PortalOutcome.Completed> kept = new ConcurrentHashMap<>();
  final List<String> order = new ArrayList<>();
  final AtomicInteger writes = new AtomicInteger();
  final AtomicInteger finds = new AtomicInteger();
  final AtomicInteger together = new AtomicInteger();
  final AtomicInteger mostTogether = new AtomicInteger();
  final Deque<Behaviour> next = new ArrayDeque<>();
  volatile CountDownLatch gate = new CountDownLatch(0);

  private static PortalOutcome uncertain() {
    return new PortalOutcome.Uncertain(
        "confirm", PortalException.of(PortalProblem.PORTAL_UNAVAILABLE, "The answer was lost."));
  }

  private void keep(Submission submission) {
    PortalOutcome.Completed before =
        kept.put(
            submission.reference(),
            new PortalOutcome.Completed("id-" + submission.sequence(), "N-1"));
    if (before != null) {
      throw new AssertionError("written twice: " + submission);
    }
  }

  @Override
  public PortalOutcome write(
      Submission submission, Map<String, Object> values, PortalWrite.Progress progress) {
    writes.incrementAndGet();
    mostTogether.accumulateAndGet(together.incrementAndGet(), Math::max);
    try {
      progress.step("open", false);
      gate.await();
      Behaviour behaviour;
      synchronized (this) {
        order.add(String.valueOf(values.get("lastName")));
        behaviour = next.isEmpty() ? COMPLETES : next.poll();
      }
      progress.step("confirm", true);
      return behaviour.end(this, submission);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      together.decrementAndGet();
    }
  }

  @Override
  public Optional<PortalOutcome.Completed> find(Submission submission, String sessionId) {
    finds.incrementAndGet();
    return Optional.ofNullable(kept.get(submission.reference()));
  }
}
