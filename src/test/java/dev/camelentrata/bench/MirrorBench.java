package dev.camelentrata.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.camelentrata.RunningApplication;
import dev.camelentrata.resource.ResourceCatalog;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * The mirror at its largest: a complete sync of 500 properties of 200 units, a repeat with one unit
 * in a hundred changed, and {@code GET …/units} from the mirror beside a Camel REST route that
 * answers the same bytes as a constant.
 */
public final class MirrorBench {

  private static final int PROPERTIES = Integer.getInteger("properties", 500);
  private static final int UNITS = 200;
  private static final int CHANGED = PROPERTIES * UNITS / 100;
  private static final int TOKENS = 12;
  private static final Duration LONGEST_SYNC = Duration.ofMinutes(15);

  private final Map<String, Object> results = new LinkedHashMap<>();
  private boolean reached = true;

  private MirrorBench() {}

  /** Writes the results to the file named by the first argument. */
  public static void main(String[] args) throws Exception {
    Path output = Path.of(args[0]);
    MirrorBench bench = new MirrorBench();
    bench.run(Files.createTempDirectory("mirror-bench"));
    Files.createDirectories(output.toAbsolutePath().getParent());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(output.toFile(), bench.results);
    System.out.println("Written to " + output);
    System.exit(bench.reached ? 0 : 1);
  }

  private void run(Path folder) throws Exception {
    try (SandboxProcess sandbox = SandboxProcess.start(PROPERTIES, UNITS);
        RunningApplication application =
            RunningApplication.start(folder.resolve("application"), options(sandbox.uri()))) {
      long start = System.nanoTime();
      String token = application.token("manager@sandbox.test", "manager-pass");
      JsonNode first = awaitAll(application, token, start);
      System.out.printf(Locale.ROOT, "First sync of everything: %,.0f s%n", seconds(start));
      results.put("firstSyncSeconds", seconds(start));
      results.put("firstSync", first);
      repeat(sandbox, application, token);
      reads(folder, application);
      long memory = application.mostMemory() >> 20;
      results.put("memoryMiB", memory);
      bar("memory of the application, MiB", memory, memory < 1024, "under 1024");
    }
  }

  /** Runs start when the benchmark asks for them, and not by the clock in its midst. */
  private static Map<String, String> options(URI sandbox) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("entrata.sandbox.enabled", "false");
    options.put("entrata.company.sandbox.url", sandbox.toString());
    options.put("entrata.api.token-ttl", "12h");
    options.put("entrata.api.requests-per-minute", "100000");
    options.put("entrata.sync.complete.cron", "0 0 0 1 1 ? 2099");
    ResourceCatalog.load()
        .names()
        .forEach(name -> options.put("entrata.sync." + name + ".cron", "0 0 0 1 1 ? 2099"));
    return options;
  }

  private JsonNode awaitAll(RunningApplication application, String token, long start) {
    for (long line = 0; ; LockSupport.parkNanos(500_000_000L)) {
      JsonNode runs = application.get("/sync-runs?limit=100", token).json().path("data");
      long ended = ended(runs);
      if (ended >= 24) {
        return runs;
      }
      if (System.nanoTime() - start > LONGEST_SYNC.toNanos()) {
        throw new IllegalStateException("the first sync did not end: " + runs);
      }
      if (ended > line) {
        line = ended;
        System.out.printf(Locale.ROOT, "  %d of 24 resources, %,.0f s%n", ended, seconds(start));
      }
    }
  }

  private static long ended(JsonNode runs) {
    return IntStream.range(0, runs.size())
        .filter(i -> runs.get(i).path("state").asText().equals("succeeded"))
        .count();
  }

  private void repeat(SandboxProcess sandbox, RunningApplication application, String token)
      throws Exception {
    for (int i = 0; i < CHANGED; i++) {
      int property = i % PROPERTIES;
      int unit = 500_001 + property * 200 + i / PROPERTIES;
      sandbox.control("PUT", "/units/" + unit, "{\"marketRent\": \"" + (3000 + i % 7) + ".00\"}");
    }
    long start = System.nanoTime();
    String id =
        application
            .api("POST", "/sync-runs", token, "{\"resource\": \"units\"}")
            .json()
            .path("data")
            .path("id")
            .asText();
    JsonNode run;
    do {
      LockSupport.parkNanos(100_000_000L);
      run = application.get("/sync-runs/" + id, token).json().path("data");
    } while (run.path("state").asText().equals("running"));
    results.put("repeatSync", run);
    results.put("repeatSyncSeconds", seconds(start));
    System.out.printf(
        Locale.ROOT, "Repeat of %,d units: %.1f s, %s%n", PROPERTIES * UNITS, seconds(start), run);
    bar(
        "rows that the repeat wrote",
        run.path("changed").asInt() + run.path("added").asInt() + run.path("removed").asInt(),
        run.path("changed").asInt() == CHANGED && run.path("added").asInt() == 0,
        CHANGED + " changed and no others");
  }

  private void reads(Path folder, RunningApplication application) throws Exception {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < TOKENS; i++) {
      tokens.add(application.token("manager@sandbox.test", "manager-pass"));
    }
    String path = "/properties/1001/units";
    Path bytes = folder.resolve("units.json");
    Files.writeString(bytes, application.get(path, tokens.get(0)).response().body());
    List<URI> mirrored =
        IntStream.range(0, 12)
            .mapToObj(i -> application.uri("/properties/" + (1001 + i) + "/units"))
            .toList();
    try (JavaProcess bareRoute = JavaProcess.start(BareRest.class, bytes.toString());
        Load ours = new Load(mirrored, tokens);
        Load bare = new Load(List.of(bareRoute.uri(path)), tokens)) {
      ours.flatOut(20);
      bare.flatOut(20);
      List<Double> ratios = new ArrayList<>();
      List<Double> oursPerSecond = new ArrayList<>();
      List<Double> barePerSecond = new ArrayList<>();
      for (int round = 0; round < 7; round++) {
        oursPerSecond.add(ours.flatOut(4).perSecond());
        barePerSecond.add(bare.flatOut(4).perSecond());
        ratios.add(oursPerSecond.get(round) / barePerSecond.get(round));
      }
      Load.Result calm = ours.atRate(200, 20);
      results.put("unitsPage", Map.of("bytes", Files.size(bytes)));
      results.put("readsPerSecond", PortalBench.median(oursPerSecond));
      results.put("bareReadsPerSecond", PortalBench.median(barePerSecond));
      results.put("at200PerSecondMillis", Map.of("p50", calm.p50(), "p99", calm.p99()));
      System.out.printf(
          Locale.ROOT,
          "GET …/units (%,d bytes): %,.0f requests/s, bare route %,.0f; at 200/s p50 %.1f ms%n",
          Files.size(bytes),
          PortalBench.median(oursPerSecond),
          PortalBench.median(barePerSecond),
          calm.p50());
      double ratio = PortalBench.median(ratios);
      bar("reads / bare route", ratio, ratio >= 0.35, "at least 0.35");
      bar("p99 at 200 requests/s, ms", calm.p99(), calm.p99() < 50, "under 50");
    }
  }

  private void bar(String what, double value, boolean fits, String wanted) {
    System.out.printf(Locale.ROOT, "%s: %,.2f (bar: %s)%n", what, value, wanted);
    reached &= fits;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
