package dev.camelentrata.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers: one thread makes deliveries of events, one leases what is due, many send, and one
 * writes down what came of it. Any number of processes may do so on one database.
 */
public final class WebhookEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookEngine.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  /** How long a lease waits after the one before, so that few statements lease many. */
  private static final Duration GATHER = Duration.ofMillis(5);

  private final WebhookQueue queue;
  private final FanOutWorker fanOut;
  private final EndpointTargets targets;
  private final WebhookSender sender;
  private final OutcomeQueue outcomes;
  private final Judge judge;
  private final WebhookSettings settings;
  private final WorkBell work;
  private final Clock clock;
  private final Turnstile turnstile;
  private final ThreadPoolExecutor workers;
  private final Thread dispatcher = new Thread(this::dispatch, "entrata-webhook-dispatch");
  private volatile boolean closed;

  WebhookEngine(
      WebhookQueue queue,
      FanOutWorker fanOut,
      EndpointTargets targets,
      WebhookSender sender,
      OutcomeQueue outcomes,
      WebhookSettings settings,
      WorkBell work,
      Clock clock) {
    this.queue = queue;
    this.fanOut = fanOut;
    this.targets = targets;
    this.sender = sender;
    this.outcomes = outcomes;
    this.judge = new Judge(settings.schedule());
    this.settings = settings;
    this.work = work;
    this.clock = clock;
    this.turnstile = new Turnstile(settings.concurrency());
    AtomicInteger number = new AtomicInteger();
    this.workers =
        new ThreadPoolExecutor(
            settings.concurrency(),
            settings.concurrency(),
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "entrata-webhook-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    this.workers.allowCoreThreadTimeOut(true);
    this.dispatcher.setDaemon(true);
  }

  /** Begins to deliver, where this process does so at all; to be called once the routes run. */
  public void start() {
    if (!settings.enabled()) {
      return;
    }
    if (settings.alone()) {
      settings.companies().forEach(queue::takeOver);
    }
    outcomes.start();
    fanOut.start();
    dispatcher.start();
  }

  private void dispatch() {
    while (!closed) {
      long rung = work.count();
      boolean idle = true;
      for (String company : settings.companies()) {
        idle &= !lease(company);
      }
      try {
        if (idle) {
          work.await(rung, LOOK_AGAIN);
        } else {
          work.await(work.count(), GATHER);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Whether something was leased. */
  private boolean lease(String company) {
    int most = turnstile.free();
    if (most == 0) {
      return false;
    }
    try {
      List<LeasedDelivery> leased = queue.claim(company, most, turnstile.running());
      for (LeasedDelivery delivery : leased) {
        turnstile.enter(delivery.endpointId());
        workers.execute(() -> deliver(company, delivery));
      }
      return !leased.isEmpty();
    } catch (RuntimeException e) {
      if (!closed) {
        LOG.warn("Deliveries could not be leased; trying again: {}", e.toString());
      }
      return false;
    }
  }

  private void deliver(String company, LeasedDelivery delivery) {
    try {
      Optional<EndpointTarget> target =
          targets.find(company, delivery.endpointId(), delivery.endpointVersion());
      if (target.isPresent()) {
        Instant start = clock.instant();
        long nanos = System.nanoTime();
        DeliveryAnswer answer = sender.send(delivery, target.get());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
        outcomes.add(judge.outcome(delivery, answer, start, millis, clock.instant()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!closed) {
        LOG.error("{} will be taken up again when its lease ends", delivery, e);
      }
    } finally {
      if (turnstile.leave(delivery.endpointId(), settings.endpointConcurrency())) {
        work.ring();
      }
    }
  }

  /** Lets what is under way end, for a few seconds, and takes nothing more. */
  @Override
  public void close() {
    closed = true;
    dispatcher.interrupt();
    fanOut.close();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    outcomes.close();
  }
}
