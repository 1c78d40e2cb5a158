package dev.camelentrata.ingest;

import dev.camelentrata.ingest.format.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log and in the run's row how far the reading of a file is. Of one file. */
final class IngestProgress {

  private static final Logger LOG = LoggerFactory.getLogger(IngestProgress.class);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);
  private static final int ROWS_BETWEEN_LOOKS = 1_024;

  private final IngestRuns runs;
  private final IngestRun run;
  private final Clock clock;
  private Instant lastLine;
  private long rows;

  IngestProgress(IngestRuns runs, IngestRun run, Clock clock) {
    this.runs = runs;
    this.run = run;
    this.clock = clock;
    this.lastLine = clock.instant();
  }

  /** A row was read. */
  void row(Rows file) {
    rows++;
    if (rows % ROWS_BETWEEN_LOOKS == 0) {
      look(file);
    }
  }

  private void look(Rows file) {
    Instant now = clock.instant();
    if (Duration.between(lastLine, now).compareTo(BETWEEN_LINES) < 0) {
      return;
    }
    lastLine = now;
    int percent = (int) Math.min(99, file.progress() * 100);
    runs.progress(run.company(), run.id(), percent, rows);
    LOG.info("Ingest {}: {} % read, {}", run.file(), percent, rate(now));
  }

  /** All is read and is being merged. */
  void merging() {
    if (Duration.between(run.startedAt(), clock.instant()).compareTo(BETWEEN_LINES) >= 0) {
      runs.progress(run.company(), run.id(), 99, rows);
      LOG.info("Ingest {}: read, {}; merging", run.file(), rate(clock.instant()));
    }
  }

  void ended(IngestRun end) {
    IngestCounts counts = end.counts();
    LOG.info(
        "Ingest {} {}: {} rows read, {} added, {} changed, {} unchanged, {} older, {} unmatched,"
            + " {} rejected, {}",
        end.file(),
        end.state().slug(),
        counts.read(),
        counts.added(),
        counts.changed(),
        counts.unchanged(),
        counts.older(),
        counts.unmatched(),
        counts.rejected(),
        rate(clock.instant()));
  }

  private String rate(Instant now) {
    double seconds = Duration.between(run.startedAt(), now).toMillis() / 1000.0;
    return String.format(
        Locale.ROOT, "%,d rows, %,.0f rows/s", rows, rows / Math.max(seconds, 0.001));
  }
}
