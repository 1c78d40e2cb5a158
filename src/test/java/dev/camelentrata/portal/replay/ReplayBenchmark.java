package dev.camelentrata.portal.replay;

import com.sun.management.OperatingSystemMXBean;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalRead;
import dev.camelentrata.portal.Strategy;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMapReader;
import dev.camelentrata.portal.operation.PortalOperation;
import dev.camelentrata.portal.operation.PortalOperations;
import dev.camelentrata.portal.operation.Row;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures replay against bare fetches of the same pages. Arguments: the sandbox's address, how
 * many properties, how many readers at a time.
 */
final class ReplayBenchmark {

  private final URI portal;
  private final int properties;
  private final int readers;
  private final PortalCompany company;
  private final SandboxLogin login;
  private final PortalMap map =
      new PortalMapReader().read(Path.of("routes/portal/sandbox.portal.yaml"));
  private final HttpClient bare =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final PortalReader reader;

  private ReplayBenchmark(URI portal, int properties, int readers) {
    this.portal = portal;
    this.properties = properties;
    this.readers = readers;
    this.company = new PortalCompany("sandbox", portal, null, 8, 0);
    this.login = SandboxLogin.manager(portal);
    Clock clock = Clock.systemUTC();
    this.reader =
        new PortalReader(
            new HttpPortal(
                new CompanyGate(Duration.ofSeconds(30), clock), Duration.ofSeconds(30), clock),
            clock);
  }

  public static void main(String[] arguments) throws Exception {
    ReplayBenchmark benchmark =
        new ReplayBenchmark(
            URI.create(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]));
    benchmark.extract();
    for (int round = 0; round < Integer.getInteger("rounds", 6); round++) {
      double bare = benchmark.measure(benchmark::fetch);
      double replay = benchmark.measure(benchmark::read);
      System.out.printf(
          "bare %.0f units/s, replay %.0f units/s, ratio %.2f%n", bare, replay, replay / bare);
    }
    benchmark.reader.close();
  }

  /** Prints what the reading of one page's rows alone takes. */
  private void extract() {
    OperationPlan plan = new OperationPlan(map, map.operations().get("listUnits"));
    PortalHttp http =
        new HttpPortal(
            new CompanyGate(Duration.ZERO, Clock.systemUTC()),
            Duration.ofSeconds(30),
            Clock.systemUTC());
    PortalHttp.Response answer =
        http.send(
            company,
            map,
            plan.operation().replay().request(),
            Map.of("propertyId", "1001", "page", "0"),
            login.current());
    PortalOperation operation = new PortalOperations().named("listUnits");
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int round = 0; round < 4; round++) {
      long start = threads.getCurrentThreadCpuTime();
      long rows = 0;
      for (int i = 0; i < 3000; i++) {
        RowPage page = plan.replay().read(answer, plan.replaySite(0));
        for (Row row : page.rows()) {
          rows += operation.value(row, Map.of(), Instant.EPOCH) == null ? 0 : 1;
        }
      }
      System.out.printf(
          "rows of %d bytes: %.1f us/page (%d rows)%n",
          answer.body().length, (threads.getCurrentThreadCpuTime() - start) / 3000e3, rows / 3000);
    }
  }

  private interface Job {
    int units(String propertyId) throws Exception;
  }

  private double measure(Job job) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(readers);
    try {
      long start = System.nanoTime();
      OperatingSystemMXBean process =
          ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      long cpuBefore = process.getProcessCpuTime();
      int units = 0;
      for (int round = 0; round < 5; round++) {
        List<Callable<Integer>> jobs = new ArrayList<>();
        for (int i = 0; i < properties; i++) {
          String id = String.valueOf(1001 + i);
          jobs.add(() -> job.units(id));
        }
        for (Future<Integer> done : threads.invokeAll(jobs)) {
          units += done.get();
        }
      }
      double cpu = (process.getProcessCpuTime() - cpuBefore) / 1e3 / units;
      System.out.printf("%.2f us of CPU a unit, ", cpu);
      return units * 1e9 / (System.nanoTime() - start);
    } finally {
      threads.shutdown();
    }
  }

  private int read(String propertyId) {
    return reader
        .read(
            company,
            map,
            login,
            new PortalRead(
                "listUnits", "s1", Map.of("propertyId", propertyId), Strategy.REPLAY, null),
            PortalReaderTest.NO_BROWSER)
        .items()
        .size();
  }

  /** The first page, then the others side by side, as a hand-written client would. */
  private int fetch(String propertyId) throws Exception {
    fetchPage(propertyId, 0).get();
    List<Future<HttpResponse<byte[]>>> others = new ArrayList<>();
    for (int page = 1; page < 3; page++) {
      others.add(fetchPage(propertyId, page));
    }
    for (Future<HttpResponse<byte[]>> other : others) {
      if (other.get().statusCode() != 200) {
        throw new IllegalStateException("HTTP status " + other.get().statusCode());
      }
    }
    return 120;
  }

  private Future<HttpResponse<byte[]>> fetchPage(String propertyId, int page) {
    String form = "property%5Bid%5D=" + propertyId + "&is_ajax_request=1&next_page_no=" + page;
    HttpRequest request =
        HttpRequest.newBuilder(portal.resolve("/?module=property_unitsxxx&action=get_units_json"))
            .header("Cookie", CookieHeader.of(login.current(), portal, Clock.systemUTC().instant()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Requested-With", "XMLHttpRequest")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return bare.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
