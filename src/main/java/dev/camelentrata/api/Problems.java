package dev.camelentrata.api;

import dev.camelentrata.accounting.NoBooksException;
import dev.camelentrata.accounting.connect.ConnectFailedException;
import dev.camelentrata.accounting.reconcile.ReconciliationRunningException;
import dev.camelentrata.ingest.IngestRunningException;
import dev.camelentrata.ingest.ReportRefusedException;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.security.AccessTokenEndedException;
import dev.camelentrata.sync.SyncRunningException;
import dev.camelentrata.upload.UploadException;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the problem that an exception stands for. */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final Duration UNAVAILABLE_PAUSE = Duration.ofSeconds(30);
  private static final Duration BUDGET_PAUSE = Duration.ofSeconds(60);
  private static final Duration MAINTENANCE_PAUSE = Duration.ofMinutes(5);

  /** The problem; what nobody foresaw is logged and becomes {@code internal-error}. */
  Problem of(Throwable thrown, String requestId) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof ApiException refused) {
        return refused.problem();
      }
      if (t instanceof PortalException portal) {
        return of(portal);
      }
      if (t instanceof UploadException refused) {
        return of(refused);
      }
      if (t instanceof ReportRefusedException refused) {
        return of(refused);
      }
      if (t instanceof IngestRunningException running) {
        return Problem.of(ProblemType.REPORT_RUNNING, running.getMessage());
      }
      if (t instanceof SyncRunningException running) {
        return of(running);
      }
      if (t instanceof ReconciliationRunningException running) {
        Problem problem = Problem.of(ProblemType.RECONCILIATION_RUNNING, running.getMessage());
        return running.reconciliationId() == null
            ? problem
            : problem.with("reconciliationId", running.reconciliationId());
      }
      if (t instanceof ConnectFailedException failed) {
        return of(failed);
      }
      if (t instanceof NoBooksException none) {
        return Problem.of(ProblemType.NO_BOOKS, none.getMessage());
      }
      if (t instanceof AccessTokenEndedException) {
        return Problem.of(
                ProblemType.TOKEN_INVALID,
                "The access token ended while it was being used. Log in again with POST /sessions.")
            .withHeader("WWW-Authenticate", Challenge.INVALID_TOKEN);
      }
    }
    LOG.error("Request {} failed", requestId, thrown);
    return Problem.of(
        ProblemType.INTERNAL_ERROR,
        "The request failed for a reason that is in the operator's log under request id "
            + requestId
            + ".");
  }

  private static Problem of(PortalException thrown) {
    Problem problem =
        Problem.of(ProblemType.of(thrown.problem()), String.valueOf(thrown.getMessage()));
    problem = thrown.operation().map(with(problem, "operation")).orElse(problem);
    problem = thrown.property().map(with(problem, "propertyId")).orElse(problem);
    problem = thrown.page().map(with(problem, "page")).orElse(problem);
    problem = thrown.mapEntry().map(with(problem, "mapEntry")).orElse(problem);
    Duration pause = thrown.retryAfter().orElse(null);
    switch (thrown.problem()) {
      case PORTAL_UNAVAILABLE -> problem = retry(problem, pause, UNAVAILABLE_PAUSE);
      case PORTAL_MAINTENANCE -> problem = retry(problem, pause, MAINTENANCE_PAUSE);
      case RATE_LIMITED -> problem = retry(problem, pause, BUDGET_PAUSE);
      case MFA_REQUIRED, MFA_REJECTED -> problem = problem.with("methods", thrown.mfaMethods());
      case SESSION_EXPIRED ->
          problem = problem.withHeader("WWW-Authenticate", Challenge.INVALID_TOKEN);
      case INVALID_CREDENTIALS,
          ACCOUNT_LOCKED,
          PASSWORD_CHANGE_REQUIRED,
          NOT_ENTITLED,
          NOT_FOUND,
          PORTAL_DRIFT,
          HUMAN_VERIFICATION_REQUIRED -> {}
    }
    return problem;
  }

  private static Problem of(UploadException refused) {
    Problem problem = Problem.of(ProblemType.of(refused.problem()), refused.getMessage());
    return refused.reasons().isEmpty() ? problem : problem.with("uploads", refused.reasons());
  }

  private static Problem of(ReportRefusedException refused) {
    Problem problem =
        Problem.of(ProblemType.REPORT_REFUSED, refused.getMessage()).with("reason", refused.kind());
    return refused.runId() == null ? problem : problem.with("ingestRunId", refused.runId());
  }

  private static Problem of(SyncRunningException running) {
    Problem problem =
        Problem.of(
            ProblemType.SYNC_RUNNING,
            "A sync run of " + running.resource() + " is going on; wait until it has ended.");
    return running.runId().map(with(problem, "syncRunId")).orElse(problem);
  }

  static Problem of(ConnectFailedException failed) {
    return switch (failed.reason()) {
      case UNKNOWN_STATE -> Problem.of(ProblemType.URL_INVALID, failed.getMessage());
      case STATE_EXPIRED -> Problem.of(ProblemType.URL_EXPIRED, failed.getMessage());
      case REFUSED -> Problem.of(ProblemType.ACCOUNTING_REFUSED, failed.getMessage());
      case UNAVAILABLE ->
          retry(
              Problem.of(ProblemType.ACCOUNTING_UNAVAILABLE, failed.getMessage()),
              null,
              BUDGET_PAUSE);
    };
  }

  private static Function<Object, Problem> with(Problem problem, String member) {
    return value -> problem.with(member, value);
  }

  private static Problem retry(Problem problem, Duration asked, Duration otherwise) {
    Duration pause = asked == null ? otherwise : asked;
    return problem.retryAfter(Math.max(1, pause.plusMillis(999).toSeconds()));
  }
}
