package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lease whose application is killed at each step of the portal's dialog. */
class WriteCrashIT {

  /**
   * The dialog's steps as the portal names them, and whether the portal still carries out the call
   * that the killed application had sent; the last step makes the lease.
   */
  private static final List<Step> STEPS =
      List.of(
          new Step("create_lease", true),
          new Step("save_terms", true),
          new Step("add_resident", true),
          new Step("save_residents", true),
          new Step("review_lease", true),
          new Step("confirm_lease", true),
          new Step("confirm_lease", false));

  private record Step(String action, boolean carriedOut) {}

  @TempDir Path dataDir;

  @Test
  void makesOneLeaseWhicheverStepTheApplicationIsKilledAt() {
    try (SandboxHouse sandbox = new SandboxHouse(1, 60)) {
      Map<String, String> options =
          sandbox.options(
              Map.of(
                  "entrata.sync.enabled", "false",
                  "entrata.submission.settle", "2s",
                  "entrata.portal.keep-open", "1h"));
      RunningApplication application = RunningApplication.start(dataDir, options);
      try {
        String token = application.token("manager@sandbox.test", "manager-pass");
        List<String> units = freeUnits(application, sandbox, token);
        for (Step step : STEPS) {
          String unit = units.get(STEPS.indexOf(step));
          List<String> before = leases(application, token, unit);
          hold(sandbox, step.action());
          String submission = submit(application, token, unit, step);
          await()
              .atMost(Duration.ofSeconds(30))
              .until(() -> !sandbox.control("GET", "/held", null).isEmpty());
          application.kill();
          sandbox.control("POST", "/held/release", "{\"drop\": %s}".formatted(!step.carriedOut()));
          application = RunningApplication.start(dataDir, options);

          JsonNode ended = ended(application, token, submission);

          assertThat(ended.path("state").asText()).as(step + " " + ended).isEqualTo("succeeded");
          String lease = ended.at("/result/id").asText();
          List<String> made = leases(application, token, unit);
          made.removeAll(before);
          assertThat(made).as(step.toString()).containsExactly(lease);
          assertThat(
                  sandbox.control(
                      "GET", "/activity?reference=" + ended.path("reference").asText(), null))
              .as(step.toString())
              .hasSize(1);
        }
      } finally {
        application.close();
      }
    }
  }

  private static void hold(SandboxHouse sandbox, String action) {
    sandbox.control(
        "POST",
        "/faults",
        "{\"kind\": \"held\", \"action\": \"%s\", \"times\": 1}".formatted(action));
  }

  private static String submit(
      RunningApplication application, String token, String unit, Step step) {
    RunningApplication.Answer answer =
        application.write(
            "POST",
            "/properties/1001/leases",
            token,
            WritesIT.lease(unit),
            Map.of("Idempotency-Key", "killed-at-" + step.action() + step.carriedOut()));
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

  private static List<String> freeUnits(
      RunningApplication application, SandboxHouse sandbox, String token) {
    return WritesIT.freeUnits(application, sandbox, token, "1001", 0, STEPS.size());
  }

  private static List<String> leases(RunningApplication application, String token, String unit) {
    return application
        .fresh("/properties/1001/leases?limit=500&status=future&unitId=" + unit, token)
        .json()
        .path("data")
        .findValuesAsText("id");
  }
}
