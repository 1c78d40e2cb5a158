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

  /** How long one leaves the work to the process that is quicker, however often the bell rings. */
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

  /** Of several processes the one that was quicker last goes on; the others step in if it stops. */
  private void run() {
    long tidied = System.nanoTime() - TIDY.toNanos();
    boolean leads = true;
    boolean announced = false;
    int before = 0;
    while (closing.getCount() > 0) {
      if (System.nanoTime() - tidied > TIDY.toNanos() && !tidy()) {
        tidied = System.nanoTime();
      }
      long rung = bell.count();
      FanOut.Step step = FanOut.Step.NOTHING;
      for (String company : companies) {
        step = step.and(work(company));
      }
      if (step.added() > 0) {
        leads = true;
      } else if (step.elsewhere() || (announced && before == 0)) {
        leads = false;
      }
      before = step.added();
      try {
        if (!step.more() && !step.elsewhere()) {
          bell.await(rung, LOOK_AGAIN);
        }
        announced = bell.count() != rung;
        if (!step.more()) {
          closing.await((leads ? GATHER : ELSEWHERE).toMillis(), TimeUnit.MILLISECONDS);
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
