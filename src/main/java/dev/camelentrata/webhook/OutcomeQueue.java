package dev.camelentrata.webhook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what came of tries and has it written in batches, by one thread. */
final class OutcomeQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OutcomeQueue.class);
  private static final int BATCH = 500;

  /** So many may wait to be written, and be repeated should the process be killed. */
  private static final int WAITING = 500;

  private final OutcomeRecorder recorder;
  private final WorkBell work;
  private final BlockingQueue<Outcome> waiting = new LinkedBlockingQueue<>(WAITING);
  private final Thread thread = new Thread(this::run, "entrata-webhook-record");
  private volatile boolean closed;

  OutcomeQueue(OutcomeRecorder recorder, WorkBell work) {
    this.recorder = recorder;
    this.work = work;
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Waits while too many are to be written. */
  void add(Outcome outcome) throws InterruptedException {
    waiting.put(outcome);
  }

  private void run() {
    try {
      while (!closed || !waiting.isEmpty()) {
        Outcome first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          List<Outcome> batch = new ArrayList<>();
          batch.add(first);
          waiting.drainTo(batch, BATCH - 1);
          record(batch);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What can't be written is tried again when its lease ends. */
  private void record(List<Outcome> batch) {
    Map<String, List<Outcome>> byCompany = new HashMap<>();
    batch.forEach(
        o ->
            byCompany
                .computeIfAbsent(o.delivery().event().company(), c -> new ArrayList<>())
                .add(o));
    byCompany.forEach(
        (company, outcomes) -> {
          try {
            if (recorder.record(company, outcomes)) {
              work.ring();
            }
          } catch (RuntimeException e) {
            LOG.warn(
                "{} deliveries of {} could not be recorded and will be repeated: {}",
                outcomes.size(),
                company,
                e.toString());
          }
        });
  }

  /** Writes what is left. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
