package dev.camelentrata.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalClients;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalRead;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.portal.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Units per second out of the portal, by four ways side by side in one run: a cell-by-cell Selenium
 * scrape, our browser strategy, our replay, and bare HTTP calls of the same pages.
 */
public final class PortalBench {

  private static final int PROPERTIES = 12;
  private static final int UNITS = 200;
  private static final int PAGE = 50;
  private static final int CONCURRENCY = 8;
  private static final int SCRAPED_PAGES = 2;
  private static final int BROWSED_PROPERTIES = 4;
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final String USER = "manager@sandbox.test";
  private static final String PASSWORD = "manager-pass";

  private final Path folder;
  private final SandboxProcess sandbox;
  private final Map<String, Double> sameClient = new LinkedHashMap<>();

  private PortalBench(Path folder, SandboxProcess sandbox) {
    this.folder = folder;
    this.sandbox = sandbox;
  }

  /** Writes the results to the file named by the first argument. */
  public static void main(String[] args) throws Exception {
    Path output = Path.of(args[0]);
    Path folder = Files.createTempDirectory("portal-bench");
    Map<String, Object> results = new LinkedHashMap<>();
    boolean reached;
    try (SandboxProcess sandbox = SandboxProcess.start(PROPERTIES, UNITS)) {
      PortalBench bench = new PortalBench(folder, sandbox);
      Map<String, Map<String, Double>> units = bench.unitsPerSecond();
      sandbox.delay(150);
      Map<String, Object> rest = Map.of("150", RestBench.measure(sandbox.uri(), folder));
      results.put("unitsPerSecond", units);
      results.put("sameClientUnitsPerSecond", bench.sameClient);
      results.put("restUnitsMillis", rest);
      reached = Bars.print(units, bench.sameClient, rest);
    }
    Files.createDirectories(output.toAbsolutePath().getParent());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(output.toFile(), results);
    System.out.println("Written to " + output);
    System.exit(reached ? 0 : 1);
  }

  private Map<String, Map<String, Double>> unitsPerSecond() throws Exception {
    Map<String, Map<String, Double>> results = new LinkedHashMap<>();
    PortalCompany company =
        new PortalCompany(
            "sandbox", sandbox.uri(), Path.of("routes/portal/sandbox.portal.yaml"), CONCURRENCY, 0);
    try (PortalClient client = PortalClients.standalone(company, folder.resolve("client"));
        BareBlockingHttp blocking = new BareBlockingHttp(sandbox.uri())) {
      PortalSession session =
          client.open(new PortalAccount("sandbox", USER, new Credential(PASSWORD, new Mfa.None())));
      BareHttp bare = new BareHttp(sandbox.uri());
      bare.login(USER, PASSWORD);
      blocking.login(USER, PASSWORD);
      for (int delay : new int[] {0, 150}) {
        sandbox.delay(delay);
        System.out.println("With " + delay + " ms added to every portal call ...");
        results.put(String.valueOf(delay), compare(client, session, bare, blocking, delay));
      }
    }
    return results;
  }

  private Map<String, Double> compare(
      PortalClient client, PortalSession session, PageFetcher bare, PageFetcher blocking, int delay)
      throws Exception {
    Map<String, Double> speeds = new LinkedHashMap<>();
    speeds.put("selenium", scrape(session.propertyIds().get(0)));
    List<String> few = session.propertyIds().subList(0, BROWSED_PROPERTIES);
    speeds.put(
        "browser",
        speed(
            () -> {
              long count = 0;
              for (String id : few) {
                count += units(client, session, id, Strategy.BROWSER);
              }
              return count;
            }));
    ExecutorService callers = Executors.newFixedThreadPool(PROPERTIES);
    ExecutorService fetchers = Executors.newFixedThreadPool(CONCURRENCY);
    try {
      List<String> ids = session.propertyIds();
      List<Callable<Long>> ways =
          List.of(
              () -> replayAll(client, session, ids, callers),
              () -> fetchAll(bare, ids, fetchers),
              () -> fetchAll(blocking, ids, fetchers));
      warmUp(ways, delay == 0 ? WARM_UP : Duration.ofSeconds(3));
      List<Double> medians = alternate(ways, delay == 0 ? 60 : 7);
      speeds.put("replay", medians.get(0));
      speeds.put("bare", medians.get(1));
      sameClient.put(String.valueOf(delay), medians.get(2));
    } finally {
      callers.shutdownNow();
      fetchers.shutdownNow();
    }
    return speeds;
  }

  private static long fetchAll(PageFetcher fetcher, List<String> ids, ExecutorService fetchers)
      throws Exception {
    fetcher.fetchAll(ids, UNITS / PAGE, fetchers);
    return (long) PROPERTIES * UNITS;
  }

  /** Lets all run until the JVMs, ours and the sandbox's, have compiled what they run often. */
  private static void warmUp(List<Callable<Long>> ways, Duration atLeast) throws Exception {
    long end = System.nanoTime() + atLeast.toNanos();
    while (System.nanoTime() < end) {
      for (Callable<Long> way : ways) {
        way.call();
      }
    }
  }

  /** Runs all in turn, so that whatever else the machine does hits all alike. */
  private static List<Double> alternate(List<Callable<Long>> ways, int rounds) throws Exception {
    List<List<Double>> speeds =
        ways.stream().map(way -> (List<Double>) new ArrayList<Double>()).toList();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < ways.size(); i++) {
        speeds.get(i).add(speed(ways.get(i)));
      }
    }
    return speeds.stream().map(PortalBench::median).toList();
  }

  private static long replayAll(
      PortalClient client, PortalSession session, List<String> ids, ExecutorService callers)
      throws Exception {
    List<Future<Long>> reads =
        ids.stream()
            .map(id -> callers.submit(() -> units(client, session, id, Strategy.REPLAY)))
            .toList();
    long count = 0;
    for (Future<Long> read : reads) {
      count += read.get();
    }
    return count;
  }

  private static long units(
      PortalClient client, PortalSession session, String propertyId, Strategy strategy) {
    int count =
        client
            .read(
                new PortalRead(
                    "listUnits", session.id(), Map.of("propertyId", propertyId), strategy, null))
            .items()
            .size();
    require(() -> count == UNITS, "property " + propertyId + " gave " + count + " units");
    return count;
  }

  private double scrape(String propertyId) throws IOException {
    try (BenchBrowser browser = BenchBrowser.start(folder)) {
      SeleniumScrape scrape = new SeleniumScrape(browser.driver(), sandbox.uri());
      scrape.login(USER, PASSWORD);
      long start = System.nanoTime();
      int count = scrape.units(propertyId, SCRAPED_PAGES).size();
      double seconds = (System.nanoTime() - start) / 1e9;
      require(() -> count == SCRAPED_PAGES * PAGE, "the scrape gave " + count + " units");
      return count / seconds;
    }
  }

  private static double speed(Callable<Long> work) throws Exception {
    long start = System.nanoTime();
    long count = work.call();
    return count / ((System.nanoTime() - start) / 1e9);
  }

  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static void require(BooleanSupplier condition, String otherwise) {
    if (!condition.getAsBoolean()) {
      throw new IllegalStateException(otherwise);
    }
  }
}
