package dev.camelentrata.sync;

import dev.camelentrata.mirror.WriteResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a run's row up to date, tells how far it is, and ends it after its last scope. */
final class SyncProgress {

  private static final Logger LOG = LoggerFactory.getLogger(SyncProgress.class);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

  private final SyncRuns runs;
  private final SyncRun run;
  private final Clock clock;
  private final Runnable ended;
  private int left;
  private Instant lastLine;

  SyncProgress(SyncRuns runs, SyncRun run, Clock clock, Runnable ended) {
    this.runs = runs;
    this.run = run;
    this.clock = clock;
    this.ended = ended;
    this.left = run.scopes();
    this.lastLine = clock.instant();
  }

  /** A run that has nothing to read ends at once. */
  void started() {
    if (left == 0) {
      end();
    }
  }

  void done(WriteResult result) {
    next(runs.done(run.id(), result));
  }

  void missed(String propertyId, String why) {
    LOG.warn(
        "Sync {} could not read {}{}",
        run.resource(),
        propertyId == null ? "the company's list: " : "property " + propertyId + ": ",
        why);
    next(runs.missed(run.id(), propertyId, why));
  }

  /** The report could not be had, or not to its end; what is left is read by replay. */
  void fellBack(String why, int scopes) {
    String note =
        scopes
            + (scopes == 1 ? " property is" : " properties are")
            + " read by replay, because the report failed: "
            + why;
    LOG.warn("Sync {}: {}", run.resource(), note);
    runs.fellBack(run.id(), note);
  }

  private synchronized void next(SyncRun now) {
    left--;
    if (left == 0) {
      end();
    } else if (Duration.between(lastLine, clock.instant()).compareTo(BETWEEN_LINES) >= 0) {
      lastLine = clock.instant();
      LOG.info("Sync {}: {}", run.resource(), line(now, run.scopes() - left));
    }
  }

  private void end() {
    try {
      SyncRun now = runs.end(run.id());
      LOG.info("Sync {} {}: {}", run.resource(), now.state(), line(now, run.scopes()));
    } finally {
      ended.run();
    }
  }

  private String line(SyncRun now, int scopes) {
    double seconds = Duration.between(run.startedAt(), clock.instant()).toMillis() / 1000.0;
    return String.format(
        Locale.ROOT,
        "%d %% (%d of %d), %,d seen, %,d added, %,d changed, %,d removed, %,.0f rows/s%s",
        run.scopes() == 0 ? 100 : scopes * 100 / run.scopes(),
        scopes,
        run.scopes(),
        now.seen(),
        now.added(),
        now.changed(),
        now.removed(),
        now.seen() / Math.max(seconds, 0.001),
        how(now));
  }

  private static String how(SyncRun now) {
    if (now.mode().equals(SyncMode.INCREMENTAL.word())) {
      return ", changes only";
    }
    if (!now.notes().isEmpty()) {
      return ", by replay because the report failed";
    }
    return now.strategy().equals(SyncPlan.REPORT) ? ", by report" : "";
  }
}
