package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes by the whole application, through the sandbox's dialogs, from REST to the mirror. */
class WritesIT {

  private static final int MANY = 200;

  @TempDir static Path dataDir;

  private static SandboxHouse sandbox;
  private static RunningApplication application;
  private static String token;

  @BeforeAll
  static void start() {
    sandbox = new SandboxHouse(3, 120);
    application =
        RunningApplication.start(
            dataDir,
            sandbox.options(
                Map.of(
                    "entrata.sync.enabled", "false",
                    "entrata.submission.settle", "1s",
                    "entrata.submission.concurrency", "8",
                    "entrata.company.sandbox.concurrency", "6")));
    token = application.token("manager@sandbox.test", "manager-pass");
  }

  @AfterAll
  static void stop() {
    if (application != null) {
      application.close();
    }
    sandbox.close();
  }

  @AfterEach
  void clearFaults() {
    sandbox.control("DELETE", "/faults", null);
  }

  @Test
  void makesALeaseThatTheMirrorShowsAtOnceAndTheEventsTell() {
    String unit = unit(0);
    String before = lastEvent();

    RunningApplication.Answer answer = post("/properties/1001/leases", "lease-1", lease(unit));

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    JsonNode result = answer.json().at("/data/result");
    JsonNode lease =
        application.get("/leases/" + result.path("id").asText(), token).json().path("data");
    assertThat(lease.path("unitId").asText()).isEqualTo(unit);
    assertThat(lease.path("status").asText()).isEqualTo("future");
    assertThat(lease.path("rent").path("amount").asText()).isEqualTo("1545.00");
    assertThat(result.path("confirmation").asText()).isNotBlank();
    assertThat(answer.header("Location")).contains("/leases/" + lease.path("id").asText());
    assertThat(events(before)).contains("submission.succeeded");
    assertThat(entries(answer)).hasSize(1);
  }

  @Test
  void passesThePortalsWordsOnAndWritesNothing() {
    String unit = unit(1);
    post("/properties/1001/leases", "twice-1", lease(unit));
    int leases = leasesOf(unit).size();

    RunningApplication.Answer answer = post("/properties/1001/leases", "twice-2", lease(unit));

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("portal-rejected");
    assertThat(answer.json().at("/errors/0/detail").asText()).isNotBlank();
    assertThat(leasesOf(unit)).hasSize(leases);
  }

  @Test
  void makesOneLeaseOfTwoRequestsWithOneKey() {
    String unit = unit(2);
    int leases = leasesOf(unit).size();

    List<RunningApplication.Answer> answers =
        atOnce(2, i -> post("/properties/1001/leases", "same-key", lease(unit)));

    assertThat(answers).extracting(RunningApplication.Answer::status).contains(201);
    assertThat(answers)
        .extracting(RunningApplication.Answer::status)
        .allMatch(s -> s == 201 || s == 409);
    assertThat(leasesOf(unit)).hasSize(leases + 1);
    RunningApplication.Answer other = post("/properties/1001/leases", "same-key", lease(unit(3)));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void findsTheLeaseWhoseConfirmationWasLost() {
    String unit = unit(4);
    int leases = leasesOf(unit).size();
    fault("dropped-after-commit", "confirm_lease");

    RunningApplication.Answer answer = post("/properties/1001/leases", "lost", lease(unit));

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    assertThat(leasesOf(unit)).hasSize(leases + 1);
    assertThat(entries(answer)).hasSize(1);
    JsonNode tried = submission(answer).path("tried");
    assertThat(tried.findValuesAsText("outcome")).containsExactly("uncertain", "found");
  }

  @Test
  void makesOneLeaseWhenTheSessionEndsOnTheConfirmingStep() {
    String unit = unit(5);
    int leases = leasesOf(unit).size();
    fault("expired-session", "confirm_lease");

    RunningApplication.Answer answer = post("/properties/1001/leases", "expired", lease(unit));

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    assertThat(leasesOf(unit)).hasSize(leases + 1);
    assertThat(entries(answer)).hasSize(1);
  }

  @Test
  void makesAsManyLeasesAsAreAskedForAtOnceWithinTheBudget() {
    List<String> units = new ArrayList<>(units("1002", 0, 100));
    units.addAll(units("1003", 0, 100));
    assertThat(units).hasSize(MANY);
    sandbox.control("DELETE", "/counters", null);

    List<RunningApplication.Answer> answers =
        atOnce(
            MANY,
            i ->
                post(
                    "/properties/" + (i < 100 ? "1002" : "1003") + "/leases",
                    "many-" + i,
                    lease(units.get(i)),
                    "respond-async"));

    assertThat(answers).extracting(RunningApplication.Answer::status).containsOnly(202);
    await().atMost(Duration.ofSeconds(120)).until(() -> open() == 0);
    Set<String> made = new HashSet<>();
    answers.forEach(a -> made.add(submission(a).at("/result/id").asText()));
    assertThat(made).hasSize(MANY).doesNotContain("");
    assertThat(sandbox.control("GET", "/counters", null).path("maxConcurrent").asInt())
        .isBetween(2, 6);
  }

  private static int open() {
    return application.get("/submissions?limit=1&state=accepted", token).json().path("data").size()
        + application.get("/submissions?limit=1&state=running", token).json().path("data").size()
        + application.get("/submissions?limit=1&state=uncertain", token).json().path("data").size();
  }

  static String lease(String unit) {
    return """
        {"unitId": "%s", "startsOn": "2031-03-01", "termMonths": 12,
         "rent": {"amount": "1545.00", "currency": "USD"},
         "residents": [
           {"relationship": "primary", "firstName": "Ada", "lastName": "Example",
            "email": "ada@example.test"},
           {"relationship": "occupant", "firstName": "Bo", "lastName": "Example"}]}"""
        .formatted(unit);
  }

  private static void fault(String kind, String action) {
    sandbox.control(
        "POST",
        "/faults",
        "{\"kind\": \"%s\", \"action\": \"%s\", \"times\": 1}".formatted(kind, action));
  }

  private static RunningApplication.Answer post(String path, String key, String body) {
    return post(path, key, body, "wait=60");
  }

  private static RunningApplication.Answer post(
      String path, String key, String body, String prefer) {
    return application.write(
        "POST", path, token, body, Map.of("Idempotency-Key", key, "Prefer", prefer));
  }

  private static JsonNode submission(RunningApplication.Answer answer) {
    return application
        .get("/submissions/" + answer.json().at("/data/id").asText(), token)
        .json()
        .path("data");
  }

  /** What the portal's activity log has under the submission's reference. */
  private static JsonNode entries(RunningApplication.Answer answer) {
    return sandbox.control(
        "GET", "/activity?reference=" + answer.json().at("/data/reference").asText(), null);
  }

  /** Units that are made free to be let: those whose lease does not go on from month to month. */
  private static List<String> units(String property, int from, int to) {
    Set<String> taken = new HashSet<>();
    application
        .get("/properties/" + property + "/leases?limit=500", token)
        .json()
        .path("data")
        .forEach(
            lease -> {
              if (lease.path("monthToMonth").asBoolean()) {
                taken.add(lease.path("unitId").asText());
              }
            });
    List<String> ids = new ArrayList<>();
    application
        .get("/properties/" + property + "/units?limit=500", token)
        .json()
        .path("data")
        .forEach(unit -> ids.add(unit.path("id").asText()));
    ids.removeAll(taken);
    List<String> free = ids.subList(from, Math.min(to, ids.size()));
    free.forEach(
        unit ->
            sandbox.control(
                "PUT",
                "/units/" + unit,
                """
                {"status": "Vacant Unrented Ready", "availableOn": "2026-11-01", "moveOutOn": null}"""));
    return free;
  }

  private static String unit(int index) {
    return units("1001", index, index + 1).get(0);
  }

  private static List<String> leasesOf(String unit) {
    List<String> ids = new ArrayList<>();
    application
        .fresh("/properties/1001/leases?limit=500&unitId=" + unit, token)
        .json()
        .path("data")
        .forEach(lease -> ids.add(lease.path("id").asText()));
    return ids;
  }

  private static String lastEvent() {
    String after = "0";
    while (true) {
      JsonNode page = application.get("/events?limit=500&after=" + after, token).json();
      if (page.path("data").isEmpty()) {
        return after;
      }
      after = page.path("nextCursor").asText(after);
    }
  }

  private static List<String> events(String after) {
    return application
        .get("/events?limit=500&after=" + after, token)
        .json()
        .path("data")
        .findValuesAsText("type");
  }

  private static List<RunningApplication.Answer> atOnce(
      int many, IntFunction<RunningApplication.Answer> request) {
    ExecutorService callers = Executors.newFixedThreadPool(Math.min(many, 50));
    try {
      return IntStream.range(0, many)
          .mapToObj(i -> CompletableFuture.supplyAsync(() -> request.apply(i), callers))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      callers.shutdown();
    }
  }
}
