package dev.camelentrata.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.write.Write;
import dev.camelentrata.write.WriteCatalog;
import dev.camelentrata.write.WriteValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Performs a leased submission once: looks the portal up if it was tried before, writes only what
 * the portal certainly does not have, and says how it stands. Safe for use by many threads.
 */
final class PerformSubmission {

  private static final Logger LOG = LoggerFactory.getLogger(PerformSubmission.class);

  private final SubmissionQueue queue;
  private final SubmissionPortal portal;
  private final SubmissionFiles files;
  private final AfterWrite after;
  private final WriteCatalog catalog;
  private final SubmissionSettings settings;
  private final ObjectMapper json = new ObjectMapper();

  PerformSubmission(
      SubmissionQueue queue,
      SubmissionPortal portal,
      SubmissionFiles files,
      AfterWrite after,
      WriteCatalog catalog,
      SubmissionSettings settings) {
    this.queue = queue;
    this.portal = portal;
    this.files = files;
    this.after = after;
    this.catalog = catalog;
    this.settings = settings;
  }

  void perform(Submission submission) {
    try {
      if (submission.attempts() == 0 || lookUp(submission)) {
        write(submission);
      }
    } catch (LeaseLostException e) {
      LOG.info("{}: {}", submission, e.getMessage());
    }
  }

  private void end(Submission submission, int attempt, Settlement settlement) {
    queue.settle(submission, attempt, settlement);
    if (settlement.state().ended()) {
      files.forget(submission.company(), submission.id());
    }
  }

  /** Whether the portal certainly does not have it, so that it may be written. */
  private boolean lookUp(Submission submission) {
    int attempt = queue.begin(submission, "look-up");
    Optional<PortalOutcome.Completed> found;
    try {
      queue.step(submission, attempt, "look-up", false);
      found = find(submission);
    } catch (PortalException e) {
      end(
          submission,
          attempt,
          submission.committingAt() == null
              ? refused(e, attempt)
              : Settlement.uncertain(SubmissionProblem.of(e), next(attempt, e), "failed"));
      return false;
    } catch (LeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} could not be looked up", submission, e);
      end(submission, attempt, broken(submission.committingAt() != null, e, attempt));
      return false;
    }
    if (found.isPresent()) {
      complete(submission, attempt, found.get(), "found");
      return false;
    }
    Instant settled =
        submission.committingAt() == null
            ? Instant.MIN
            : submission.committingAt().plus(settings.settle());
    if (queue.now().isBefore(settled)) {
      end(
          submission,
          attempt,
          Settlement.uncertain(
              SubmissionProblem.uncertain("confirm", "it may still arrive"), settled, "not-yet"));
      return false;
    }
    queue.absent(submission, attempt);
    return true;
  }

  private Optional<PortalOutcome.Completed> find(Submission submission) {
    try {
      return portal.find(submission, submission.sessionId());
    } catch (PortalException e) {
      Optional<String> own =
          e.problem() == PortalProblem.SESSION_EXPIRED
              ? after.session(submission.company())
              : Optional.empty();
      if (own.isEmpty()) {
        throw e;
      }
      return portal.find(submission, own.get());
    }
  }

  private void write(Submission submission) {
    Write write = catalog.find(submission.operation()).orElseThrow();
    int attempt = queue.begin(submission, "write");
    boolean[] committing = new boolean[1];
    PortalOutcome outcome;
    try {
      outcome =
          portal.write(
              submission,
              values(submission, write),
              (step, commits) -> {
                queue.step(submission, attempt, step, commits);
                committing[0] = commits;
              });
    } catch (PortalException e) {
      end(submission, attempt, refused(e, attempt));
      return;
    } catch (LeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} could not be written", submission, e);
      end(submission, attempt, broken(committing[0], e, attempt));
      return;
    }
    settle(submission, attempt, outcome);
  }

  private void settle(Submission submission, int attempt, PortalOutcome outcome) {
    if (outcome instanceof PortalOutcome.Completed completed) {
      complete(submission, attempt, completed, "completed");
    } else if (outcome instanceof PortalOutcome.Rejected rejected) {
      end(
          submission,
          attempt,
          Settlement.failed(
              SubmissionProblem.rejected(rejected.refusals()), queue.now(), "rejected"));
    } else if (outcome instanceof PortalOutcome.Uncertain uncertain) {
      SubmissionProblem problem =
          SubmissionProblem.uncertain(uncertain.step(), uncertain.cause().problem().slug());
      end(
          submission,
          attempt,
          Settlement.uncertain(
              new SubmissionProblem(
                  problem.json(),
                  problem.detail(),
                  uncertain.cause().evidence().map(Object::toString).orElse(null)),
              queue.now(),
              "uncertain"));
    }
  }

  /** The mirror knows it before its caller does. */
  private void complete(
      Submission submission, int attempt, PortalOutcome.Completed completed, String outcome) {
    Write write = catalog.find(submission.operation()).orElseThrow();
    for (String resource : write.refresh()) {
      try {
        queue.renew(submission);
        after.refresh(
            submission.company(), resource, submission.propertyId(), submission.sessionId());
      } catch (LeaseLostException e) {
        throw e;
      } catch (PortalException e) {
        LOG.info(
            "{} succeeded; {} will be read by the next sync run: {}",
            submission,
            resource,
            e.getMessage());
      } catch (RuntimeException e) {
        LOG.warn("{} succeeded; {} could not be read into the mirror", submission, resource, e);
      }
    }
    String id = completed.id() != null ? completed.id() : submission.pathIds().get(write.idName());
    end(
        submission,
        attempt,
        Settlement.succeeded(id, completed.confirmation(), queue.now(), outcome));
  }

  /** Nothing was written: another try where that may help, else it has failed. */
  private Settlement refused(PortalException e, int attempt) {
    SubmissionProblem problem = SubmissionProblem.of(e);
    boolean passes = e.isRetryable() || e.problem() == PortalProblem.PORTAL_MAINTENANCE;
    if (passes && attempt < settings.attempts()) {
      return Settlement.again(problem, next(attempt, e), "failed");
    }
    boolean mendable =
        passes
            || e.problem() == PortalProblem.PORTAL_DRIFT
            || e.problem() == PortalProblem.HUMAN_VERIFICATION_REQUIRED;
    return mendable
        ? Settlement.givenUp(problem, queue.now(), "failed")
        : Settlement.failed(problem, queue.now(), "failed");
  }

  /** Something that nobody foresaw; what may have been committed stays uncertain. */
  private Settlement broken(boolean committing, RuntimeException e, int attempt) {
    String what = e.getClass().getSimpleName();
    return committing
        ? Settlement.uncertain(
            SubmissionProblem.uncertain("confirm", what),
            queue.now().plus(RetryTimes.after(attempt, Duration.ZERO)),
            "failed")
        : Settlement.givenUp(SubmissionProblem.internal(what), queue.now(), "failed");
  }

  private Instant next(int attempt, PortalException e) {
    return queue.now().plus(RetryTimes.after(attempt, e.retryAfter().orElse(Duration.ZERO)));
  }

  private Map<String, Object> values(Submission submission, Write write) {
    try {
      Map<String, Object> values = new LinkedHashMap<>(submission.pathIds());
      values.putAll(
          WriteValues.of(
              write, json.readTree(submission.body()), id -> files.file(submission.company(), id)));
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
