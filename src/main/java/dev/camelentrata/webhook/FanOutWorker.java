package dev.camelentrata.webhook;

import dev.camelentrata.event.EventBell;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that makes deliveries of events, as soon as the bell says that there are new ones, and
 * forgets old ones.
 */
final class FanOutWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FanOutWorker.class);

  /** How long an event may lie unseen if the bell should fail. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /** How long events gather first, so that few transactions make many deliveries. */
  private static final Duration GATHER = Duration.ofMillis(10);

  /** How long one leaves the work to the process that is at it, however often the bell rings. */
  private static final Duration ELSEWHERE = Duration.ofMillis(250);

  /** How often old deliveries are forgotten. */
  private static final Duration TIDY = Duration.ofMinutes(10);

  private final FanOut fanOut;
  private final Retention retention;
  private final Set<String> companies;
  private final EventBell bell;
  private final WorkBell work;
  private final Thread thread = new Thread(this::run, "entrata-webhook-fan-out");
  private final CountDownLatch closing = new CountDownLatch(1);

  FanOutWorker(
      FanOut fanOut, Retention retention, Set<String> companies, EventBell bell, WorkBell work) {
    this.fanOut = fanOut;
    this.retention = retention;
    this.companies = companies;
    this.bell = bell;
    this.work = work;
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    long tidied = System.nanoTime() - TIDY.toNanos();
    while (closing.getCount() > 0) {
      if (System.nanoTime() - tidied > TIDY.toNanos() && !tidy()) {
        tidied = System.nanoTime();
      }
      long rung = bell.count();
      boolean more = false;
      boolean elsewhere = false;
      for (String company : companies) {
        FanOut.Step step = work(company);
        more |= step.more();
        elsewhere |= step.elsewhere();
      }
      try {
        if (!more && !elsewhere) {
          bell.await(rung, LOOK_AGAIN);
        }
        if (!more) {
          closing.await((elsewhere ? ELSEWHERE : GATHER).toMillis(), TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Whether there may be more to forget at once. */
  private boolean tidy() {
    boolean more = false;
    for (String company : companies) {
      try {
        more |= Retention.more(retention.forget(company));
      } catch (RuntimeException e) {
        LOG.warn("Old deliveries of {} are kept for now: {}", company, e.toString());
      }
    }
    return more;
  }

  private FanOut.Step work(String company) {
    try {
      FanOut.Waiting waiting = fanOut.waiting(company);
      FanOut.Step events = waiting.events() ? fanOut.newEvents(company) : FanOut.Step.NOTHING;
      FanOut.Step replays = waiting.replays() ? fanOut.replay(company) : FanOut.Step.NOTHING;
      FanOut.Step both = events.and(replays);
      if (both.added() > 0) {
        work.ring();
      }
      return both;
    } catch (RuntimeException e) {
      if (closing.getCount() > 0) {
        LOG.warn("Events of {} wait for their delivery: {}", company, e.toString());
      }
      return FanOut.Step.NOTHING;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
