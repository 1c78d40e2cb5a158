package dev.camelentrata.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.database.Database;
import dev.camelentrata.database.DatabaseSettings;
import dev.camelentrata.mirror.Coverage;
import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.mirror.MirrorBatch;
import dev.camelentrata.mirror.MirrorItem;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.PostgresMirror;
import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.resource.ResourceCatalog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The process of {@link IngestBench} that takes the files into a mirror. */
final class IngestBenchRun {

  private static final String COMPANY = "bench";
  private static final ResourceCatalog CATALOG = ResourceCatalog.load();

  private final Clock clock = Clock.systemUTC();
  private final Path folder;
  private final IngestEngine engine;
  private final List<Map<String, Object>> results = new ArrayList<>();

  private IngestBenchRun(Path folder, Database database) {
    this.folder = folder;
    Mirror mirror = new PostgresMirror(database.dataSource(), CATALOG, clock);
    furnish(mirror);
    Path definitions = Path.of("routes/ingest/reports.yaml");
    this.engine =
        new IngestEngine(
            new FileIngest.Parts(
                database.dataSource(),
                mirror,
                CATALOG,
                row -> {},
                new IngestSettings(
                    Set.of(COMPANY),
                    definitions,
                    new BigDecimal("0.05"),
                    1 << 30,
                    2,
                    Duration.ZERO),
                clock),
            new PostgresIngestRuns(database.dataSource(), clock),
            new ReportsFile(definitions, new ReportsReader(CATALOG)));
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    try (Database database =
        Database.open(DatabaseSettings.embedded(Files.createTempDirectory("ingest-bench-db")))) {
      IngestBenchRun run = new IngestBenchRun(folder, database);
      for (int i = 1; i < args.length; i++) {
        run.measure(args[i]);
      }
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("files", run.results);
      all.put("insertRowsPerSecond", insertAlone(database));
      all.put("mostHeapMiB", mostHeap() >> 20);
      System.out.printf(Locale.ROOT, "Most heap: %,d MiB of 512%n", mostHeap() >> 20);
      new ObjectMapper().writeValue(folder.resolve("results.json").toFile(), all);
    }
  }

  /**
   * How many rows a second PostgreSQL alone inserts: those that are there, as they are, for a
   * company that has none, by one statement. No reading of a file can land them faster.
   */
  private static double insertAlone(Database database) {
    return new TransactionTemplate(database.transactionManager())
        .execute(
            status -> {
              JdbcClient jdbc = database.jdbcClient();
              RowSecurity.write(jdbc, COMPANY);
              jdbc.sql(
                      "create temporary table rows on commit drop as select * from mirror_work_orders")
                  .update();
              RowSecurity.write(jdbc, COMPANY + "-alone");
              long start = System.nanoTime();
              int inserted =
                  jdbc.sql(
                          """
                          insert into mirror_work_orders (company, id, property_id, sort_key, data,
                            source, sequence, first_seen_at, changed_at, as_of)
                          select ?, id, property_id, sort_key, data, source, sequence,
                            first_seen_at, changed_at, as_of
                          from rows
                          """)
                      .param(COMPANY + "-alone")
                      .update();
              return inserted / ((System.nanoTime() - start) / 1e9);
            });
  }

  private void furnish(Mirror mirror) {
    List<MirrorItem> properties = new ArrayList<>();
    for (int i = 0; i < BenchFiles.PROPERTIES; i++) {
      String id = String.valueOf(1000 + i);
      properties.add(
          new MirrorItem(id, id, "{\"id\":\"" + id + "\",\"name\":\"Property " + id + "\"}", null));
    }
    write(mirror, "properties", null, properties);
    for (int i = 0; i < BenchFiles.PROPERTIES; i++) {
      List<MirrorItem> units = new ArrayList<>();
      for (int unit = i;
          unit < BenchFiles.PROPERTIES * BenchFiles.UNITS;
          unit += BenchFiles.PROPERTIES) {
        String[] number = BenchFiles.number(unit).split("-");
        String id = String.valueOf(500_000 + unit);
        units.add(
            new MirrorItem(
                id,
                id,
                "{\"id\":\"%s\",\"number\":\"%s\",\"building\":\"%s\"}"
                    .formatted(id, number[1], number[0]),
                null));
      }
      write(mirror, "units", String.valueOf(1000 + i), units);
    }
  }

  private void write(Mirror mirror, String resource, String property, List<MirrorItem> items) {
    mirror.write(
        new MirrorBatch(
            new MirrorScope(COMPANY, CATALOG.named(resource), property),
            items,
            Coverage.ALL,
            clock.instant(),
            null));
  }

  private void measure(String name) throws IOException {
    Path file = folder.resolve(name);
    long start = System.nanoTime();
    IngestRun run =
        engine.ingest(new ReportOrder(COMPANY, file, name, "bench", Instant.now(), null));
    double seconds = (System.nanoTime() - start) / 1e9;
    long rows = run.counts().read();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("file", name);
    result.put("rows", run.counts());
    result.put("seconds", seconds);
    results.add(result);
    System.out.printf(
        Locale.ROOT,
        "%s, %,d MiB: %,d rows, %,d added, %,d changed, %,d unchanged in %.1f s: %,.0f rows/s%n",
        name,
        Files.size(file) >> 20,
        rows,
        run.counts().added(),
        run.counts().changed(),
        run.counts().unchanged(),
        seconds,
        rows / seconds);
  }

  private static long mostHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
