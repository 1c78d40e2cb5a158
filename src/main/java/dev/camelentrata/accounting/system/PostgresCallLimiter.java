package dev.camelentrata.accounting.system;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Counts calls in PostgreSQL, for all replicas together. Windows slide; a call counts from before
 * it starts until a window's length after its end, so that the system, which counts it somewhere
 * between, never counts one more. In one process one thread at a time waits for the next turn, the
 * others stand in line behind it.
 */
public final class PostgresCallLimiter implements CallLimiter {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresCallLimiter.class);

  /** How much of a window others must have used before it is thought that they do. */
  private static final int OTHERS = 2;

  private final CallLog log;
  private final SystemLimits limits;
  private final Clock clock;
  private final ReentrantLock line = new ReentrantLock(true);
  private final ReentrantLock door = new ReentrantLock();
  private final Condition ended = door.newCondition();

  public PostgresCallLimiter(
      DataSource database, Connection connection, SystemLimits limits, Clock clock) {
    this.log = new CallLog(database, connection, limits);
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public SystemLimits limits() {
    return limits;
  }

  @Override
  public Turn take(List<CallKind> kinds, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      if (!line.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return new Turn.NotBefore(
            clock.instant().plus(limits.pulse()), "others wait for their turn");
      }
      try {
        return first(kinds, deadline);
      } finally {
        line.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Turn.NotBefore(clock.instant(), "interrupted");
    }
  }

  /** As the first in line. */
  private Turn first(List<CallKind> kinds, long deadline) throws InterruptedException {
    while (true) {
      CallLog.Asked asked = log.ask(kinds);
      if (asked.id() != null) {
        return new Call(asked.id(), asked.kind());
      }
      if (System.nanoTime() + asked.pause().toNanos() > deadline) {
        return new Turn.NotBefore(clock.instant().plus(asked.pause()), asked.reason());
      }
      await(asked.pause());
    }
  }

  /** Until this time has gone by, or a call of this process has ended. */
  private void await(Duration wait) throws InterruptedException {
    door.lock();
    try {
      ended.awaitNanos(wait.toNanos());
    } finally {
      door.unlock();
    }
  }

  /** A call under way. */
  private final class Call implements Turn.Granted {

    private final long id;
    private final CallKind kind;

    private Call(long id, CallKind kind) {
      this.id = id;
      this.kind = kind;
    }

    @Override
    public CallKind kind() {
      return kind;
    }

    @Override
    public void refused(Duration wait, String reason) {
      told(() -> log.shut(wait, reason));
    }

    @Override
    public void remaining(Duration window, int calls) {
      if (calls <= limits.concurrent()) {
        told(() -> few(window));
      }
    }

    private void few(Duration window) {
      limits.windows().stream()
          .filter(each -> each.kind() == null && each.length().equals(window))
          .filter(each -> log.within(window) * OTHERS < each.calls())
          .findFirst()
          .ifPresent(each -> log.shut(pause(window), "others use up its limit"));
    }

    /** What came of the call counts more than that it is written down; its lease ends anyhow. */
    private void told(Runnable writing) {
      try {
        writing.run();
      } catch (DataAccessException | TransactionException e) {
        LOG.warn("A call's end could not be written down: {}", e.getMessage());
      }
    }

    /** A long window is looked at again before it is over. */
    private Duration pause(Duration window) {
      Duration hour = Duration.ofHours(1);
      return window.compareTo(hour) > 0 ? hour : window;
    }

    @Override
    public void close() {
      told(() -> log.end(id));
      door.lock();
      try {
        ended.signalAll();
      } finally {
        door.unlock();
      }
    }
  }
}
