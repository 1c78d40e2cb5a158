package dev.camelentrata.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.BooksHouse;
import dev.camelentrata.accounting.system.Entries;
import dev.camelentrata.accounting.system.OutgoingEntry;
import dev.camelentrata.accounting.system.PostgresCallLimiter;
import dev.camelentrata.accounting.system.SendOutcome;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.accounting.system.SystemLimits;
import dev.camelentrata.database.Database;
import dev.camelentrata.database.OwnServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long two replicas need to send many entries to QuickBooks' and to Xero's stand-in, beside the
 * time that the vendors' limits allow at best: when every window is used to its last call from its
 * first moment on, and calls take no time. A minute of the limits lasts some seconds here, each
 * call a tenth of a second at least. Every entry must be there once, and no call refused for its
 * limits.
 */
public final class DrainBench {

  private static final int ENTRIES = Integer.getInteger("entries", 5_000);
  private static final int MINUTE = Integer.getInteger("minuteSeconds", 30);
  private static final int LATENCY_MILLIS = 100;
  private static final int REPLICAS = 2;
  private static final double MOST = 1.15;

  private final Map<String, Object> results = new LinkedHashMap<>();
  private boolean reached = true;

  private DrainBench() {}

  /** Writes the results to the file named by the first argument. */
  public static void main(String[] args) throws Exception {
    Path output = Path.of(args[0]);
    DrainBench bench = new DrainBench();
    try (OwnServer server = OwnServer.start(Files.createTempDirectory("drain-bench"))) {
      // A batch of 30 for each of 40 of the 500 calls; 50 in each of 60.
      bench.drain(server, SystemKind.QUICKBOOKS, SystemLimits.quickBooks(), 5, 40 * 30 + 460);
      bench.drain(server, SystemKind.XERO, SystemLimits.xero(), 3, 60 * 50);
    }
    Files.createDirectories(output.toAbsolutePath().getParent());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(output.toFile(), bench.results);
    System.out.println("Written to " + output);
    System.exit(bench.reached ? 0 : 1);
  }

  private void drain(
      OwnServer server, SystemKind kind, SystemLimits limits, int workers, int perMinute)
      throws Exception {
    SystemLimits scaled = limits.withMinute(Duration.ofSeconds(MINUTE));
    List<Database> databases = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(REPLICAS * workers);
    try (BooksHouse house = BooksHouse.unwatched(kind)) {
      house.control(
          "PUT",
          "",
          "{\"windowSeconds\": " + MINUTE + ", \"latencyMillis\": " + LATENCY_MILLIS + "}");
      ConcurrentLinkedQueue<OutgoingEntry> open =
          new ConcurrentLinkedQueue<>(Entries.rents(1, ENTRIES));
      AtomicInteger taken = new AtomicInteger();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < REPLICAS; i++) {
        databases.add(Database.open(server.settings()));
      }
      long start = System.nanoTime();
      for (Database database : databases) {
        AccountingSystem system =
            house.client(
                (connection, each) ->
                    new PostgresCallLimiter(
                        database.dataSource(), connection, each, Clock.systemUTC()),
                scaled,
                house.portal());
        for (int i = 0; i < workers; i++) {
          all.add(threads.submit(() -> work(system, open, taken)));
        }
      }
      for (Future<?> each : all) {
        each.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      tell(kind, house, taken.get(), seconds, (ENTRIES - 1) / perMinute * MINUTE);
    } finally {
      threads.shutdownNow();
      databases.forEach(Database::close);
    }
  }

  /** Sends until nothing is left; what is to be sent later goes back. */
  private static void work(
      AccountingSystem system, ConcurrentLinkedQueue<OutgoingEntry> open, AtomicInteger taken) {
    while (true) {
      List<OutgoingEntry> claimed = new ArrayList<>();
      for (OutgoingEntry entry; claimed.size() < system.batchSize(); ) {
        entry = open.poll();
        if (entry == null) {
          break;
        }
        claimed.add(entry);
      }
      if (claimed.isEmpty()) {
        return;
      }
      List<SendOutcome> outcomes = system.send(claimed);
      for (int i = 0; i < claimed.size(); i++) {
        switch (outcomes.get(i).result()) {
          case TAKEN -> taken.incrementAndGet();
          case LATER -> open.add(claimed.get(i));
          default -> throw new IllegalStateException(outcomes.get(i).toString());
        }
      }
    }
  }

  private void tell(SystemKind kind, BooksHouse house, int taken, double seconds, double best) {
    Set<String> references = new HashSet<>();
    JsonNode held = house.control("GET", "/entries", null);
    held.forEach(each -> references.add(each.path("reference").asText()));
    JsonNode counters = house.counters();
    int refused = counters.path("refusedByLimits").asInt();
    boolean once = taken == ENTRIES && held.size() == ENTRIES && references.size() == ENTRIES;
    double ratio = seconds / best;
    boolean fits = once && refused == 0 && ratio <= MOST;
    reached &= fits;
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("entries", ENTRIES);
    result.put("held", held.size());
    result.put("minuteSeconds", MINUTE);
    result.put("latencyMillis", LATENCY_MILLIS);
    result.put("seconds", seconds);
    result.put("bestSeconds", best);
    result.put("ratio", ratio);
    result.put("calls", counters.path("calls").asInt());
    result.put("mostAtOnce", counters.path("mostAtOnce").asInt());
    result.put("refusedByLimits", refused);
    results.put(kind.slug(), result);
    System.out.printf(
        Locale.ROOT,
        "%s: %d entries in %.1f s, the limits allow %.0f s (%.2f, bar %.2f), %d calls, %d refused"
            + " for limits, %d held: %s%n",
        kind.slug(),
        ENTRIES,
        seconds,
        best,
        ratio,
        MOST,
        counters.path("calls").asInt(),
        refused,
        held.size(),
        fits ? "reached" : "MISSED");
  }
}
