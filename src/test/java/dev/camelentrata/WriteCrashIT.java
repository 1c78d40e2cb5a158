package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leases whose application is killed while each is at another step of the portal's dialog. */
class WriteCrashIT {

  /** The dialog's steps as the portal names them; the last one makes the lease. */
  private static final List<String> STEPS =
      List.of(
          "create_lease",
          "save_terms",
          "add_resident",
          "save_residents",
          "review_lease",
          "confirm_lease",
          "confirm_lease");

  private static final String LAST = "confirm_lease";

  @TempDir Path dataDir;

  @Test
  void makesEachLeaseOnceWhicheverStepTheApplicationIsKilledAt() {
    try (SandboxHouse sandbox = new SandboxHouse(1, 60)) {
      Map<String, String> options =
          sandbox.options(
              Map.of(
                  "entrata.sync.enabled", "false",
                  "entrata.submission.settle", "2s",
                  "entrata.submission.concurrency", "8",
                  "entrata.company.sandbox.concurrency", "16"));
      String token;
      List<String> units;
      List<List<String>> before = new ArrayList<>();
      List<String> submissions = new ArrayList<>();
      try (RunningApplication killed = RunningApplication.start(dataDir, options)) {
        token = killed.token("manager@sandbox.test", "manager-pass");
        units = WritesIT.freeUnits(killed, sandbox, token, "1001", 0, STEPS.size());
        units.forEach(unit -> before.add(leases(killed, token, unit)));
        STEPS.stream().distinct().forEach(step -> hold(sandbox, step));
        units.forEach(unit -> submissions.add(submit(killed, token, unit)));
        await().atMost(Duration.ofSeconds(60)).until(() -> held(sandbox).size() == STEPS.size());
        assertThat(held(sandbox).findValuesAsText("action"))
            .containsExactlyInAnyOrderElementsOf(STEPS);
        killed.kill();
      }
      goOn(sandbox);
      try (RunningApplication next = RunningApplication.start(dataDir, options)) {
        for (int i = 0; i < units.size(); i++) {
          JsonNode ended = ended(next, token, submissions.get(i));
          assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("succeeded");
          List<String> made = leases(next, token, units.get(i));
          made.removeAll(before.get(i));
          assertThat(made).containsExactly(ended.at("/result/id").asText());
          String reference = ended.path("reference").asText();
          assertThat(sandbox.control("GET", "/activity?reference=" + reference, null)).hasSize(1);
        }
      }
    }
  }

  private static void hold(SandboxHouse sandbox, String action) {
    sandbox.control(
        "POST",
        "/faults",
        "{\"kind\": \"held\", \"action\": \"%s\", \"times\": %d}"
            .formatted(action, Collections.frequency(STEPS, action)));
  }

  private static JsonNode held(SandboxHouse sandbox) {
    return sandbox.control("GET", "/held", null);
  }

  /** The portal carries out what it was sent, but for one of the two last steps. */
  private static void goOn(SandboxHouse sandbox) {
    for (JsonNode call : held(sandbox)) {
      if (call.path("action").asText().equals(LAST)) {
        sandbox.control(
            "POST", "/held/" + call.path("id").asInt() + "/release", "{\"drop\": true}");
        break;
      }
    }
    sandbox.control("POST", "/held/release", "{}");
  }

  private static String submit(RunningApplication application, String token, String unit) {
    RunningApplication.Answer answer =
        application.write(
            "POST",
            "/properties/1001/leases",
            token,
            WritesIT.lease(unit),
            Map.of("Idempotency-Key", "killed-" + unit));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    return answer.json().at("/data/id").asText();
  }

  private static JsonNode ended(RunningApplication application, String token, String submission) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> application.get("/submissions/" + submission, token).json().path("data"),
            data -> data.hasNonNull("endedAt"));
  }

  private static List<String> leases(RunningApplication application, String token, String unit) {
    return application
        .fresh("/properties/1001/leases?limit=500&status=future&unitId=" + unit, token)
        .json()
        .path("data")
        .findValuesAsText("id");
  }
}
