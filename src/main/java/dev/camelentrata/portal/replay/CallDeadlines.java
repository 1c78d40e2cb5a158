package dev.camelentrata.portal.replay;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Cancels calls that take too long from their first byte to their last. One thread looks at all of
 * them a few times a second, so that a call itself pays next to nothing.
 */
final class CallDeadlines implements AutoCloseable {

  private static final long TICK_MILLIS = 100;

  private final Set<Call> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService ticks;

  /** A call under way; close it when it has ended. */
  final class Call implements AutoCloseable {
    private final long deadline;
    private final Runnable cancel;
    private volatile boolean late;

    private Call(long deadline, Runnable cancel) {
      this.deadline = deadline;
      this.cancel = cancel;
    }

    /** Whether the call was cancelled because its time was over. */
    boolean late() {
      return late;
    }

    @Override
    public void close() {
      running.remove(this);
    }
  }

  CallDeadlines() {
    this.ticks =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "entrata-call-deadlines");
              thread.setDaemon(true);
              return thread;
            });
    ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  Call start(long millis, Runnable cancel) {
    Call call = new Call(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), cancel);
    running.add(call);
    return call;
  }

  private void tick() {
    long now = System.nanoTime();
    for (Call call : running) {
      if (now - call.deadline >= 0 && running.remove(call)) {
        call.late = true;
        call.cancel.run();
      }
    }
  }

  @Override
  public void close() {
    ticks.shutdownNow();
  }
}
