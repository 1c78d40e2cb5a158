package dev.camelentrata.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.camelentrata.RunningApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Work orders and leases a minute into the portal: by submissions, beside a plain Selenium script
 * that fills in the same dialogs; and how soon a request to write is answered with 202.
 */
public final class WriteBench {

  private static final int UNITS = 120;
  private static final int OURS = Integer.getInteger("writes", 60);
  private static final int SCRIPTED = Integer.getInteger("scripted", 5);
  private static final int PER_SECOND = 100;
  private static final int WARM_UP = 20;
  private static final int SECONDS = 10;

  private final Map<String, Object> results = new LinkedHashMap<>();
  private boolean reached = true;

  private WriteBench() {}

  /** Writes the results to the file named by the first argument. */
  public static void main(String[] args) throws Exception {
    Path output = Path.of(args[0]);
    WriteBench bench = new WriteBench();
    bench.run(Files.createTempDirectory("write-bench"));
    Files.createDirectories(output.toAbsolutePath().getParent());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(output.toFile(), bench.results);
    System.out.println("Written to " + output);
    System.exit(bench.reached ? 0 : 1);
  }

  private void run(Path folder) throws Exception {
    try (SandboxProcess sandbox = SandboxProcess.start(2, UNITS);
        RunningApplication application =
            RunningApplication.start(
                folder.resolve("application"),
                Map.of(
                    "entrata.sandbox.enabled", "false",
                    "entrata.company.sandbox.url", sandbox.uri().toString(),
                    "entrata.sync.enabled", "false",
                    "entrata.api.requests-per-minute", "100000"))) {
      String token = application.token("manager@sandbox.test", "manager-pass");
      Words words = Words.of(application, token);
      List<String> units = free(sandbox, application, token);
      compare(folder, sandbox, application, token, words, units);
      answers(application, token, words);
    }
  }

  private void compare(
      Path folder,
      SandboxProcess sandbox,
      RunningApplication application,
      String token,
      Words words,
      List<String> units)
      throws Exception {
    double orders =
        perMinute(
            application, token, OURS, i -> "/properties/1001/work-orders", i -> words.order());
    double leases =
        perMinute(
            application, token, OURS, i -> "/properties/1001/leases", i -> lease(units.get(i)));
    double scriptedOrders;
    double scriptedLeases;
    try (BenchBrowser browser = BenchBrowser.start(folder)) {
      SeleniumScript script =
          new SeleniumScript(browser.driver(), sandbox.uri(), "manager@sandbox.test");
      script.logIn("manager-pass");
      scriptedOrders = perMinute(SCRIPTED, i -> script.workOrder("1001", words));
      scriptedLeases = perMinute(SCRIPTED, i -> script.lease("1001", units.get(OURS + i)));
    }
    tell("work orders", orders, scriptedOrders);
    tell("leases", leases, scriptedLeases);
  }

  private void tell(String what, double ours, double scripted) {
    System.out.printf(
        Locale.ROOT,
        "%s a minute: %,.0f by submissions, %,.1f by a Selenium script: %.1f x%n",
        what,
        ours,
        scripted,
        ours / scripted);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("submissionsPerMinute", ours);
    figures.put("seleniumPerMinute", scripted);
    figures.put("ratio", ours / scripted);
    results.put(what, figures);
  }

  private interface Scripted {
    void run(int index) throws Exception;
  }

  private interface Text {
    String of(int index);
  }

  private static double perMinute(int many, Scripted script) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < many; i++) {
      script.run(i);
    }
    return many * 60e9 / (System.nanoTime() - start);
  }

  /** From the first request to the end of the last submission. */
  private static double perMinute(
      RunningApplication application, String token, int many, Text path, Text body) {
    long start = System.nanoTime();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      RunningApplication.Answer answer =
          application.write(
              "POST",
              path.of(i),
              token,
              body.of(i),
              Map.of("Idempotency-Key", UUID.randomUUID().toString()));
      if (answer.status() != 202) {
        throw new IllegalStateException(answer.response().body());
      }
      ids.add(answer.json().at("/data/id").asText());
    }
    for (String id : ids) {
      JsonNode submission;
      do {
        submission = application.get("/submissions/" + id, token).json().path("data");
        if (!submission.hasNonNull("endedAt")) {
          LockSupport.parkNanos(20_000_000L);
        }
      } while (!submission.hasNonNull("endedAt"));
      if (!submission.path("state").asText().equals("succeeded")) {
        throw new IllegalStateException(submission.toString());
      }
    }
    return many * 60e9 / (System.nanoTime() - start);
  }

  private void answers(RunningApplication application, String token, Words words) throws Exception {
    send(application, token, words, WARM_UP);
    List<Double> millis = send(application, token, words, SECONDS);
    Collections.sort(millis);
    double p50 = millis.get(millis.size() / 2);
    double p99 = millis.get((int) (millis.size() * 0.99));
    results.put("acceptedP50Millis", p50);
    results.put("acceptedP99Millis", p99);
    System.out.printf(
        Locale.ROOT, "202 at %d requests/s: p50 %.1f ms, p99 %.1f ms%n", PER_SECOND, p50, p99);
    if (p99 > 100) {
      reached = false;
      System.out.println("NOT REACHED: 202 p99, at most 100 ms");
    }
  }

  /** So many requests a second; one that has to wait for a late one counts its waiting. */
  private static List<Double> send(
      RunningApplication application, String token, Words words, int seconds) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(16);
    try {
      long start = System.nanoTime() + 50_000_000L;
      AtomicLong next = new AtomicLong();
      List<Future<List<Double>>> all = new ArrayList<>();
      for (int c = 0; c < 16; c++) {
        all.add(
            callers.submit(
                () -> {
                  List<Double> millis = new ArrayList<>();
                  for (long n = next.getAndIncrement();
                      n < (long) PER_SECOND * seconds;
                      n = next.getAndIncrement()) {
                    long due = start + n * 1_000_000_000L / PER_SECOND;
                    for (long left = due - System.nanoTime();
                        left > 0;
                        left = due - System.nanoTime()) {
                      LockSupport.parkNanos(left);
                    }
                    int status =
                        application
                            .write(
                                "POST",
                                "/properties/1002/work-orders",
                                token,
                                words.order(),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                            .status();
                    if (status != 202) {
                      throw new IllegalStateException("status " + status);
                    }
                    millis.add((System.nanoTime() - due) / 1e6);
                  }
                  return millis;
                }));
      }
      List<Double> millis = new ArrayList<>();
      for (Future<List<Double>> each : all) {
        millis.addAll(each.get());
      }
      return millis;
    } finally {
      callers.shutdownNow();
    }
  }

  private static List<String> free(
      SandboxProcess sandbox, RunningApplication application, String token) throws Exception {
    List<String> taken = new ArrayList<>();
    for (JsonNode lease :
        application.get("/properties/1001/leases?limit=500", token).json().path("data")) {
      if (lease.path("monthToMonth").asBoolean()) {
        taken.add(lease.path("unitId").asText());
      }
    }
    List<String> units = new ArrayList<>();
    for (JsonNode unit :
        application.get("/properties/1001/units?limit=500", token).json().path("data")) {
      String id = unit.path("id").asText();
      if (!taken.contains(id)) {
        sandbox.control(
            "PUT",
            "/units/" + id,
            "{\"status\": \"Vacant Unrented Ready\", \"availableOn\": \"2026-11-01\","
                + " \"moveOutOn\": null}");
        units.add(id);
      }
    }
    return units;
  }

  private static String lease(String unit) {
    return """
        {"unitId": "%s", "startsOn": "2031-03-01", "termMonths": 12,
         "rent": {"amount": "1545.00", "currency": "USD"},
         "residents": [{"relationship": "primary", "firstName": "Ada", "lastName": "Example",
           "email": "ada@example.test"}]}"""
        .formatted(unit);
  }

  /** Words of the properties' picklists. */
  record Words(String category, String problem, String priority, String location) {

    static Words of(RunningApplication application, String token) {
      JsonNode words =
          application.get("/properties/1001/picklists?limit=500", token).json().path("data");
      String problem = null;
      String category = null;
      String priority = null;
      String location = null;
      for (JsonNode word : words) {
        String name = word.path("name").asText();
        switch (word.path("kind").asText()) {
          case "problem" -> {
            problem = name;
            category = word.path("parent").asText();
          }
          case "priority" -> priority = name;
          case "location" -> location = name;
          default -> {}
        }
      }
      return new Words(category, problem, priority, location);
    }

    String order() {
      return """
          {"type": "service-request", "category": "%s", "priority": "%s", "problem": "%s",
           "location": "%s", "description": "It drips"}"""
          .formatted(category, priority, problem, location);
    }
  }
}
