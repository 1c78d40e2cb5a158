package dev.camelentrata.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings when a replica has committed events: one connection listens for all who wait. Safe for use
 * by many threads. It listens from the first wait on until it is closed.
 */
public final class EventBell implements AutoCloseable {

  static final String CHANNEL = "entrata_event";

  private static final Logger LOG = LoggerFactory.getLogger(EventBell.class);
  private static final int LISTEN_MILLIS = 1_000;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DataSource connections;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private long count;
  private Thread listener;
  private boolean closed;

  /** Listens on a connection of this source, which it keeps; give it one without a pool. */
  public EventBell(DataSource connections) {
    this.connections = connections;
  }

  /** How often it rang up to now. */
  public long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it has rung more often than this, or the time is over. */
  public void await(long seen, Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lockInterruptibly();
    try {
      listen();
      while (count == seen && left > 0 && !closed) {
        left = rung.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void listen() {
    if (listener == null && !closed) {
      listener = new Thread(this::run, "entrata-event-bell");
      listener.setDaemon(true);
      listener.start();
    }
  }

  private void run() {
    while (!isClosed()) {
      try (Connection connection = connections.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + CHANNEL);
        ring(); // for what was committed while nobody listened
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (!isClosed()) {
          if (postgres.getNotifications(LISTEN_MILLIS).length > 0) {
            ring();
          }
        }
      } catch (SQLException e) {
        LOG.warn("Cannot listen for events, which come later therefore: {}", e.getMessage());
        pause();
      }
    }
  }

  private void ring() {
    lock.lock();
    try {
      count++;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits before the next try; whoever closes it meanwhile need not wait. */
  private void pause() {
    lock.lock();
    try {
      long left = PAUSE.toNanos();
      while (left > 0 && !closed) {
        left = rung.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed || Thread.currentThread().isInterrupted();
    } finally {
      lock.unlock();
    }
  }

  /** Stops listening; nobody waits any longer then. */
  @Override
  public void close() {
    Thread stopping;
    lock.lock();
    try {
      closed = true;
      stopping = listener;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
    if (stopping != null) {
      try {
        stopping.join(TimeUnit.SECONDS.toMillis(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
