package dev.camelentrata.accounting.reconcile;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.accounting.BooksSource;
import dev.camelentrata.database.Database;
import dev.camelentrata.database.DatabaseSettings;
import dev.camelentrata.mirror.Viewer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The process of {@link ReconcileBench} that reconciles. */
final class ReconcileBenchRun {

  private final FakeBooks books = new FakeBooks();
  private final DataSource dataSource;
  private final CompanyRows rows;
  private final ReconcileEngine engine;
  private final BooksSource codes;
  private final Viewer viewer =
      new Viewer(
          BenchLedgers.COMPANY,
          IntStream.rangeClosed(1, BenchLedgers.PROPERTIES)
              .mapToObj(i -> String.valueOf(1000 + i))
              .collect(Collectors.toSet()),
          ReconcileHouse.MODULES);

  private ReconcileBenchRun(DataSource dataSource) throws Exception {
    this.dataSource = dataSource;
    this.rows = new CompanyRows(dataSource);
    this.codes = BooksSource.of(ReconcileHouse.file(BenchLedgers.COMPANY));
    ReconcileHouse.FakePortalLedger portal = new ReconcileHouse.FakePortalLedger();
    portal.readable = false;
    Clock clock = Clock.systemUTC();
    this.engine =
        new ReconcileEngine(
            new Reconciler.Parts(rows, codes, portal, books, clock),
            new RunRows(rows, clock),
            new VarianceRepair(rows, books, books),
            new ReconcileSettings(Set.of(), 1, Duration.ofSeconds(20)),
            Runnable::run);
  }

  /** Takes the number of lines and the file for the results. */
  public static void main(String[] args) throws Exception {
    int lines = Integer.parseInt(args[0]);
    Map<String, Object> results = new LinkedHashMap<>();
    try (Database database =
        Database.open(DatabaseSettings.embedded(Files.createTempDirectory("reconcile-bench-db")))) {
      new ReconcileBenchRun(database.dataSource()).measure(lines, results);
    }
    new ObjectMapper().writeValue(Path.of(args[1]).toFile(), results);
  }

  private void measure(int lines, Map<String, Object> results) {
    long start = System.nanoTime();
    new BenchLedgers(dataSource, codes, books).fill(lines);
    rows.run(BenchLedgers.COMPANY, () -> {});
    System.out.printf(Locale.ROOT, "Made %,d lines in %,.1f s%n", lines, seconds(start));
    results.put("lines", lines);
    results.put("entries", books.held.size());
    results.put("bareSelectSeconds", bare());
    results.put("cleanSeconds", reconcile(0, results));
    String altered = books.held.get(7).docNumber();
    books.change(altered, each -> FakeBooks.altered(each, "0.01"));
    books.held.remove(20);
    rows.run(
        BenchLedgers.COMPANY,
        () ->
            rows.jdbc()
                .sql(
                    "update mirror_ledger_transactions set data = replace(data::text,"
                        + " '\"amount\":{\"amount\":\"900.00\"',"
                        + " '\"amount\":{\"amount\":\"900.01\"')::json where id = '0'")
                .update());
    results.put("tamperedSeconds", reconcile(3, results));
    results.put("mostHeapMiB", mostHeap() >> 20);
    engine.close();
  }

  /** The named baseline: the same rows, read and thrown away. */
  private double bare() {
    long start = System.nanoTime();
    long[] length = new long[1];
    Consumer<String> eater = data -> length[0] += data.length();
    rows.run(
        BenchLedgers.COMPANY,
        () ->
            rows.jdbc()
                .sql("select data from mirror_ledger_transactions where company = ?")
                .param(BenchLedgers.COMPANY)
                .query(
                    row -> {
                      eater.accept(row.getString(1));
                    }));
    double seconds = seconds(start);
    System.out.printf(Locale.ROOT, "Bare select of %,d MiB: %,.1f s%n", length[0] >> 20, seconds);
    return seconds;
  }

  private double reconcile(int variances, Map<String, Object> results) {
    long start = System.nanoTime();
    String id =
        engine
            .start(
                viewer, new ReconciliationOrder(BenchLedgers.FIRST, BenchLedgers.LAST, null, false))
            .id();
    double seconds = seconds(start);
    Reconciliation run = engine.find(viewer, id).orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "Reconciled %,d things in %,.1f s: %s, %d variances%n",
        run.done(),
        seconds,
        run.state().slug(),
        run.found());
    if (run.found() != variances || run.state() == ReconciliationState.FAILED) {
      results.put(
          "wrong", run.state().slug() + " with " + run.found() + " variances " + run.error());
    }
    return seconds;
  }

  private static long mostHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
