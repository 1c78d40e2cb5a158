package dev.camelentrata;

import dev.camelentrata.submission.Submission;
import dev.camelentrata.submission.SubmissionRevival;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks, every half minute, for submissions that are uncertain for too long. */
final class UncertainWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UncertainWatch.class);
  private static final long SECONDS = 30;

  private final DeadSubmissions dead;
  private final SubmissionRevival revival;
  private final Set<String> companies;
  private final Duration alarm;
  private final Clock clock;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "entrata-uncertain-watch");
            thread.setDaemon(true);
            return thread;
          });

  UncertainWatch(
      DeadSubmissions dead,
      SubmissionRevival revival,
      Set<String> companies,
      Duration alarm,
      Clock clock) {
    this.dead = dead;
    this.revival = revival;
    this.companies = Set.copyOf(companies);
    this.alarm = alarm;
    this.clock = clock;
  }

  void start() {
    watch.scheduleWithFixedDelay(this::look, 1, SECONDS, TimeUnit.SECONDS);
  }

  void look() {
    try {
      Instant before = clock.instant().minus(alarm);
      for (String company : companies) {
        for (Submission submission : revival.uncertainSince(company, before)) {
          dead.longUncertain(submission, before);
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("Uncertain submissions could not be looked for: {}", e.toString());
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
