package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries whose application is killed while it sends them, to systems that lose answers too. */
class BooksCrashIT {

  private static final List<String> SYSTEMS = List.of("quickbooks", "xero");

  @TempDir Path dataDir;

  @Test
  void hasEveryEntryInBothBooksOnceThoughAnswersAreLostAndTheApplicationIsKilled()
      throws Exception {
    try (SandboxHouse sandbox = new SandboxHouse(2, 30)) {
      Map<String, String> options =
          sandbox.options(
              Map.of(
                  "entrata.sandbox.port", String.valueOf(sandbox.port()),
                  "entrata.accounting.from", "2020-01",
                  "entrata.accounting.settle", "2s",
                  "entrata.accounting.lookup.period", "500",
                  "entrata.accounting.plan.period", "500"));
      String token;
      try (RunningApplication killed = RunningApplication.start(dataDir, options)) {
        token = killed.token("manager@sandbox.test", "manager-pass");
        for (String system : SYSTEMS) {
          connect(killed, token, system);
          fault(sandbox, system, "\"kind\": \"lost-answer\", \"times\": 1, \"skip\": 1");
          fault(sandbox, system, "\"kind\": \"slow\", \"times\": 100, \"number\": 400");
        }
        await()
            .atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> SYSTEMS.stream().allMatch(each -> !held(sandbox, each).isEmpty()));
        killed.kill();
      }
      int before = SYSTEMS.stream().mapToInt(each -> held(sandbox, each).size()).sum();
      SYSTEMS.forEach(system -> sandbox.control("DELETE", "/books/" + system + "/faults", null));
      try (RunningApplication next = RunningApplication.start(dataDir, options)) {
        List<String> journal =
            await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> confirmed(next, token), entries -> !entries.isEmpty());
        assertThat(before).isLessThan(SYSTEMS.size() * journal.size());
        for (String system : SYSTEMS) {
          JsonNode held = held(sandbox, system);
          assertThat(references(held)).as(system).containsExactlyInAnyOrderElementsOf(journal);
          assertThat(standing(held, "1210", "2410"))
              .as(system)
              .isEqualByComparingTo(owed(next, token));
        }
      }
    }
  }

  /** As a person does who agrees at once. */
  private static void connect(RunningApplication application, String token, String system)
      throws IOException, InterruptedException {
    URI page =
        URI.create(
            application
                .api("POST", "/accounting/connections", token, "{\"system\": \"" + system + "\"}")
                .json()
                .at("/data/authorizeUrl")
                .asText());
    HttpClient http = HttpClient.newHttpClient();
    HttpResponse<String> back =
        http.send(
            HttpRequest.newBuilder(page.resolve(page.getPath()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(page.getRawQuery() + "&decide=allow"))
                .build(),
            BodyHandlers.ofString());
    URI callback = URI.create(back.headers().firstValue("Location").orElseThrow());
    URI here = application.uri(callback.getRawPath() + "?" + callback.getRawQuery());
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(here).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void fault(SandboxHouse sandbox, String system, String fields) {
    String on = system.equals("xero") ? "POST /xero/api.xro" : "/batch";
    sandbox.control(
        "POST", "/books/" + system + "/faults", "{" + fields + ", \"on\": \"" + on + "\"}");
  }

  private static JsonNode held(SandboxHouse sandbox, String system) {
    return sandbox.control("GET", "/books/" + system + "/entries", null);
  }

  /** The journal's references once all are confirmed by both and nothing more comes; else none. */
  private static List<String> confirmed(RunningApplication application, String token) {
    List<String> references = new ArrayList<>();
    for (JsonNode entry : pages(application, token, "/accounting/postings?")) {
      List<String> states = entry.path("deliveries").findValuesAsText("state");
      if (states.size() != SYSTEMS.size() || !Set.of("confirmed").containsAll(states)) {
        return List.of();
      }
      references.add(entry.path("docNumber").asText());
    }
    return references;
  }

  /** Xero has them at the beginning of its narration. */
  private static List<String> references(JsonNode held) {
    return held.findValuesAsText("reference").stream()
        .map(reference -> reference.split(" ", 2)[0])
        .toList();
  }

  private static BigDecimal owed(RunningApplication application, String token) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String property : List.of("1001", "1002")) {
      for (JsonNode each :
          pages(application, token, "/properties/" + property + "/ledger-transactions?")) {
        if (!each.path("temporary").asBoolean()) {
          sum = sum.add(new BigDecimal(each.at("/amount/amount").asText()));
        }
      }
    }
    return sum;
  }

  private static BigDecimal standing(JsonNode entries, String... accounts) {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    for (JsonNode entry : entries) {
      for (JsonNode line : entry.path("lines")) {
        sums.merge(
            line.path("account").asText(),
            new BigDecimal(line.path("amount").asText()),
            BigDecimal::add);
      }
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (String account : accounts) {
      sum = sum.add(sums.getOrDefault(account, BigDecimal.ZERO));
    }
    return sum;
  }

  private static List<JsonNode> pages(RunningApplication application, String token, String path) {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = application.get(path + "&limit=100" + cursor, token).json();
      page.path("data").forEach(all::add);
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return all;
  }
}
