package dev.camelentrata.accounting.post;

import dev.camelentrata.accounting.BooksTransaction;
import dev.camelentrata.accounting.PostingReference;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.AccountingSystems;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.HeldEntry;
import dev.camelentrata.accounting.system.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due through each connection, and looks up what is uncertain, a few batches of a
 * connection at once. Any number of processes may do so on one database. Safe for many threads.
 */
public final class PostingEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostingEngine.class);

  /** How often entries are looked for that other processes have added. */
  private static final Duration FILL = Duration.ofSeconds(10);

  /** How often the whole journal is looked through for such. */
  private static final Duration FILL_WHOLE = Duration.ofMinutes(10);

  /** How many sequence numbers an entry may come behind those that are seen already. */
  private static final long BEHIND = 10_000;

  /** How many entries are looked up under one lease. */
  private static final int LOOK_UPS = 60;

  private final DeliveryQueue queue;
  private final AccountingSystems systems;
  private final SystemCalls calls;
  private final LockDates locks;
  private final Leases leases;
  private final Verdict verdict;
  private final AccountingSettings settings;
  private final BooksTransaction time;
  private final Map<String, Integer> busy = new ConcurrentHashMap<>();
  private final Map<String, Filled> filled = new ConcurrentHashMap<>();
  private final Object idle = new Object();
  private final ExecutorService workers;
  private volatile boolean closed;

  /**
   * Up to where a connection knows the journal.
   *
   * @param wholeAt when all of it was looked through
   */
  private record Filled(Instant at, Instant wholeAt, long sequence) {
    static final Filled NEVER = new Filled(Instant.EPOCH, Instant.EPOCH, 0);

    Filled due() {
      return new Filled(Instant.EPOCH, wholeAt, sequence);
    }
  }

  PostingEngine(
      DeliveryQueue queue,
      AccountingSystems systems,
      SystemCalls calls,
      LockDates locks,
      AccountingSettings settings,
      BooksTransaction time) {
    this.queue = queue;
    this.systems = systems;
    this.calls = calls;
    this.locks = locks;
    this.leases = new Leases(queue, settings.lease());
    this.verdict = new Verdict(settings.settle());
    this.settings = settings;
    this.time = time;
    AtomicInteger number = new AtomicInteger();
    this.workers =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "entrata-accounting-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Takes what a process has left that ended; to be called once, before all else. */
  public void start() {
    if (settings.enabled() && settings.alone()) {
      settings.companies().forEach(queue::takeOver);
    }
  }

  /** There are new entries of this company: they are sent at once. */
  public void wake(String company) {
    connections(company)
        .forEach(connection -> filled.computeIfPresent(connection.id(), (id, last) -> last.due()));
    send(company);
  }

  /** Begins to send what is due; comes back at once. */
  public void send(String company) {
    for (Connection connection : connections(company)) {
      begin(connection, settings.concurrency(), "send", this::drain);
    }
  }

  /** Begins to look up what is uncertain; comes back at once. */
  public void lookUp(String company) {
    for (Connection connection : connections(company)) {
      begin(connection, 1, "look up", this::lookUp);
    }
  }

  /** Whether this company is connected, or was until the system took that back. */
  public boolean connected(String company) {
    return systems.connections(company).stream()
        .anyMatch(each -> each.state() != Connection.State.DISCONNECTED);
  }

  private List<Connection> connections(String company) {
    return systems.connections(company).stream()
        .filter(each -> each.state() == Connection.State.CONNECTED)
        .toList();
  }

  private void begin(Connection connection, int most, String what, Consumer<Connection> work) {
    String key = what + " " + connection.company() + " " + connection.id();
    if (closed || !settings.enabled() || !enter(key, most)) {
      return;
    }
    try {
      workers.execute(
          () -> {
            try {
              work.accept(connection);
            } catch (RuntimeException e) {
              if (!closed) {
                LOG.warn(
                    "Connection {} of {} cannot {}; trying again: {}",
                    connection.id(),
                    connection.company(),
                    what,
                    e.toString());
              }
            } finally {
              leave(key);
            }
          });
    } catch (RejectedExecutionException e) {
      leave(key);
    }
  }

  private boolean enter(String key, int most) {
    boolean[] entered = new boolean[1];
    busy.compute(
        key,
        (name, count) -> {
          int before = count == null ? 0 : count;
          entered[0] = before < most;
          return entered[0] ? before + 1 : before;
        });
    return entered[0];
  }

  private void leave(String key) {
    busy.compute(key, (name, count) -> count == null || count <= 1 ? null : count - 1);
    synchronized (idle) {
      idle.notifyAll();
    }
  }

  /** Waits until nothing is under way in this process; whether that came within the time. */
  boolean awaitIdle(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    synchronized (idle) {
      while (!busy.isEmpty()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        idle.wait(left);
      }
    }
    return true;
  }

  private void drain(Connection connection) {
    AccountingSystem system = systems.system(connection.company(), connection.id()).orElse(null);
    if (system == null) {
      return;
    }
    fill(connection);
    boolean more = true;
    while (more && !closed) {
      String owner = leases.begin(connection.company(), connection.id());
      try {
        more = sendNext(connection, system, owner);
      } finally {
        leases.end(owner);
      }
    }
  }

  private void fill(Connection connection) {
    Instant now = time.instant();
    Filled last = filled.getOrDefault(connection.id(), Filled.NEVER);
    if (!last.at().plus(FILL).isBefore(now)) {
      return;
    }
    boolean whole = last.wholeAt().plus(FILL_WHOLE).isBefore(now);
    long after = whole ? 0 : Math.max(0, last.sequence() - BEHIND);
    long sequence = queue.fill(connection.company(), connection.id(), after);
    filled.put(connection.id(), new Filled(now, whole ? now : last.wholeAt(), sequence));
  }

  /** Whether it is worth going on at once. */
  private boolean sendNext(Connection connection, AccountingSystem system, String owner) {
    List<LeasedEntry> entries =
        queue.claim(
            connection.company(),
            connection.id(),
            owner,
            system.batchSize(),
            locks.of(connection.id(), system));
    if (entries.isEmpty()) {
      return false;
    }
    if (entries.size() == system.batchSize()) {
      begin(connection, settings.concurrency(), "send", this::drain);
    }
    List<SendOutcome> outcomes = calls.send(connection, system, entries);
    LocalDate locked =
        outcomes.stream().anyMatch(each -> each.result() == SendOutcome.Result.PERIOD_CLOSED)
            ? locks.anew(connection.id(), system)
            : null;
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      results.add(verdict.sent(entries.get(i), outcomes.get(i), locked, time.now()));
    }
    queue.record(connection.company(), connection.id(), results);
    return outcomes.stream().anyMatch(PostingEngine::reached);
  }

  private static boolean reached(SendOutcome outcome) {
    return switch (outcome.result()) {
      case TAKEN, REFUSED, PERIOD_CLOSED -> true;
      case UNCERTAIN, LATER, DISCONNECTED -> false;
    };
  }

  private void lookUp(Connection connection) {
    AccountingSystem system = systems.system(connection.company(), connection.id()).orElse(null);
    boolean more = system != null;
    while (more && !closed) {
      String owner = leases.begin(connection.company(), connection.id());
      try {
        List<LeasedEntry> entries =
            queue.claimUncertain(connection.company(), connection.id(), owner, LOOK_UPS);
        queue.record(connection.company(), connection.id(), found(connection, system, entries));
        more = entries.size() == LOOK_UPS;
      } finally {
        leases.end(owner);
      }
    }
  }

  private List<Result> found(
      Connection connection, AccountingSystem system, List<LeasedEntry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    try {
      Map<PostingReference, HeldEntry> held =
          calls.find(connection, system, entries.stream().map(LeasedEntry::posting).toList());
      return entries.stream()
          .map(
              entry ->
                  verdict.lookedUp(
                      entry,
                      Optional.ofNullable(held.get(entry.posting().reference())),
                      time.now()))
          .toList();
    } catch (RuntimeException e) {
      String error = "it could not be looked up: " + e.getMessage();
      return entries.stream().map(entry -> verdict.notLookedUp(entry, error, time.now())).toList();
    }
  }

  /** Lets what is under way end, for a few seconds, and takes nothing more. */
  @Override
  public void close() {
    closed = true;
    workers.shutdown();
    try {
      if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    leases.close();
  }
}
