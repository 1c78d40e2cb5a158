package dev.camelentrata.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.BooksHouse;
import dev.camelentrata.accounting.system.Entries;
import dev.camelentrata.accounting.system.OutgoingEntry;
import dev.camelentrata.accounting.system.PostgresCallLimiter;
import dev.camelentrata.accounting.system.SendOutcome;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.accounting.system.SystemLimits;
import dev.camelentrata.database.Database;
import dev.camelentrata.database.DatabaseSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two replicas send entries to the sandbox's books until none is left, within the vendor's limits.
 *
 * @param minuteSeconds how long a minute of the limits lasts
 * @param latencyMillis what each call takes at least
 */
record Drain(SystemKind kind, int entries, int minuteSeconds, int latencyMillis) {

  private static final int REPLICAS = 2;
  private static final int WORKERS = 5;

  /**
   * What came of it.
   *
   * @param bestSeconds what the limits allow when every window is used to its last call from its
   *     first moment on, and calls take no time
   * @param held how many entries the books hold
   * @param different how many of these are different ones
   */
  record Result(
      double seconds,
      double bestSeconds,
      int taken,
      int held,
      int different,
      int calls,
      int mostAtOnce,
      int refusedByLimits) {

    double ratio() {
      return seconds / bestSeconds;
    }

    boolean once(int entries) {
      return taken == entries && held == entries && different == entries;
    }
  }

  Result run(DatabaseSettings settings) throws Exception {
    List<Database> databases = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(REPLICAS * WORKERS);
    try (BooksHouse house = BooksHouse.unwatched(kind)) {
      house.control(
          "PUT",
          "",
          String.format(
              "{\"windowSeconds\": %d, \"latencyMillis\": %d}", minuteSeconds, latencyMillis));
      for (int i = 0; i < REPLICAS; i++) {
        databases.add(Database.open(settings));
      }
      ConcurrentLinkedQueue<OutgoingEntry> open =
          new ConcurrentLinkedQueue<>(Entries.rents(1, entries));
      AtomicInteger taken = new AtomicInteger();
      List<Future<?>> all = new ArrayList<>();
      long start = System.nanoTime();
      for (Database database : databases) {
        AccountingSystem system = system(house, database);
        for (int i = 0; i < WORKERS; i++) {
          all.add(threads.submit(() -> work(system, open, taken)));
        }
      }
      for (Future<?> each : all) {
        each.get();
      }
      return result(house, (System.nanoTime() - start) / 1e9, taken.get());
    } finally {
      threads.shutdownNow();
      databases.forEach(Database::close);
    }
  }

  private AccountingSystem system(BooksHouse house, Database database) {
    SystemLimits limits =
        kind == SystemKind.QUICKBOOKS ? SystemLimits.quickBooks() : SystemLimits.xero();
    return house.client(
        (connection, each) ->
            new PostgresCallLimiter(database.dataSource(), connection, each, Clock.systemUTC()),
        limits.withMinute(Duration.ofSeconds(minuteSeconds)),
        house.portal());
  }

  /** Sends until nothing is left; what is to be sent later goes back. */
  private static void work(
      AccountingSystem system, ConcurrentLinkedQueue<OutgoingEntry> open, AtomicInteger taken) {
    List<OutgoingEntry> claimed = claim(open, system.batchSize());
    while (!claimed.isEmpty()) {
      List<SendOutcome> outcomes = system.send(claimed);
      for (int i = 0; i < claimed.size(); i++) {
        switch (outcomes.get(i).result()) {
          case TAKEN -> taken.incrementAndGet();
          case LATER -> open.add(claimed.get(i));
          default -> throw new IllegalStateException(outcomes.get(i).toString());
        }
      }
      claimed = claim(open, system.batchSize());
    }
  }

  private static List<OutgoingEntry> claim(ConcurrentLinkedQueue<OutgoingEntry> open, int most) {
    List<OutgoingEntry> claimed = new ArrayList<>();
    OutgoingEntry next = open.poll();
    while (next != null) {
      claimed.add(next);
      next = claimed.size() < most ? open.poll() : null;
    }
    return claimed;
  }

  private Result result(BooksHouse house, double seconds, int taken) {
    Set<String> references = new HashSet<>();
    JsonNode held = house.control("GET", "/entries", null);
    held.forEach(each -> references.add(each.path("reference").asText()));
    JsonNode counters = house.counters();
    // QuickBooks: 40 of 500 calls carry 30 entries, the others one; Xero: 60 calls carry 50.
    int perMinute = kind == SystemKind.QUICKBOOKS ? 40 * 30 + 460 : 60 * 50;
    return new Result(
        seconds,
        (double) ((entries - 1) / perMinute * minuteSeconds),
        taken,
        held.size(),
        references.size(),
        counters.path("calls").asInt(),
        counters.path("mostAtOnce").asInt(),
        counters.path("refusedByLimits").asInt());
  }
}
