package dev.camelentrata.submission;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works submissions off: one thread leases what is due, others perform it, and leases are renewed
 * while they do. Any number of processes may do so on one database.
 */
public final class SubmissionEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SubmissionEngine.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final SubmissionQueue queue;
  private final PerformSubmission perform;
  private final SubmissionSettings settings;
  private final EndBell work = new EndBell();
  private final Semaphore free;
  private final Map<String, Submission> running = new ConcurrentHashMap<>();
  private final ExecutorService workers;
  private final ScheduledExecutorService renewals;
  private final Thread dispatcher;
  private volatile boolean closed;

  SubmissionEngine(SubmissionQueue queue, PerformSubmission perform, SubmissionSettings settings) {
    this.queue = queue;
    this.perform = perform;
    this.settings = settings;
    this.free = new Semaphore(settings.concurrency());
    this.workers =
        Executors.newFixedThreadPool(settings.concurrency(), named("entrata-submission-"));
    this.renewals = Executors.newSingleThreadScheduledExecutor(named("entrata-submission-lease-"));
    this.dispatcher = named("entrata-submission-dispatch-").newThread(this::dispatch);
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Begins to work, where this process works at all; to be called once the routes run. */
  public void start() {
    if (!settings.enabled()) {
      return;
    }
    if (settings.alone()) {
      settings.companies().forEach(queue::takeOver);
    }
    long third = Math.max(1, settings.lease().toMillis() / 3);
    renewals.scheduleWithFixedDelay(this::renew, third, third, TimeUnit.MILLISECONDS);
    dispatcher.start();
  }

  /** Says that there may be something to do. */
  void wake() {
    work.ring();
  }

  private void dispatch() {
    while (!closed) {
      long rung = work.count();
      boolean idle = true;
      try {
        for (String company : settings.companies()) {
          idle &= !lease(company);
        }
      } catch (RuntimeException e) {
        if (!closed) {
          LOG.warn("Submissions could not be leased; trying again: {}", e.toString());
        }
      }
      try {
        if (idle) {
          work.await(rung, LOOK_AGAIN);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Whether something was leased. */
  private boolean lease(String company) {
    int most = free.availablePermits();
    if (most == 0) {
      return false;
    }
    List<Submission> leased = queue.claim(company, most);
    for (Submission submission : leased) {
      free.acquireUninterruptibly();
      running.put(submission.id(), submission);
      workers.execute(() -> work(submission));
    }
    return !leased.isEmpty();
  }

  private void work(Submission submission) {
    try {
      perform.perform(submission);
    } catch (RuntimeException e) {
      if (!closed) {
        LOG.error("{} will be taken up again when its lease ends", submission, e);
      }
    } finally {
      running.remove(submission.id());
      free.release();
      work.ring();
    }
  }

  private void renew() {
    for (Submission submission : running.values()) {
      try {
        queue.renew(submission);
      } catch (RuntimeException e) {
        LOG.debug("The lease of {} was not renewed: {}", submission, e.toString());
      }
    }
  }

  /** Lets what is under way end, for a few seconds, and takes nothing more. */
  @Override
  public void close() {
    closed = true;
    dispatcher.interrupt();
    renewals.shutdownNow();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
