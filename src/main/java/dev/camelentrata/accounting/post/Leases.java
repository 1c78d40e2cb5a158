package dev.camelentrata.accounting.post;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the leases of what is under way in this process. Safe for many threads. */
final class Leases implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

  private final DeliveryQueue queue;
  private final Map<String, Holder> held = new ConcurrentHashMap<>();
  private final ScheduledExecutorService renewing =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "entrata-accounting-lease");
            thread.setDaemon(true);
            return thread;
          });

  /** Whose entries are leased under a name. */
  private record Holder(String company, String connectionId) {}

  Leases(DeliveryQueue queue, Duration lease) {
    this.queue = queue;
    long pause = Math.max(1, lease.toMillis() / 3);
    renewing.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
  }

  /** A name under which entries are leased, and kept until it is given back. */
  String begin(String company, String connectionId) {
    String owner = UUID.randomUUID().toString();
    held.put(owner, new Holder(company, connectionId));
    return owner;
  }

  void end(String owner) {
    held.remove(owner);
  }

  private void renew() {
    held.forEach(
        (owner, holder) -> {
          try {
            queue.renew(holder.company(), holder.connectionId(), owner);
          } catch (RuntimeException e) {
            LOG.warn("A lease could not be renewed; trying again: {}", e.toString());
          }
        });
  }

  @Override
  public void close() {
    renewing.shutdownNow();
  }
}
