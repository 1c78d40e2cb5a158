package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole application from outside: browser, portal, database and REST. */
class ApplicationIT {

  @TempDir static Path folder;

  private static RunningApplication application;
  private static Path portalMap;

  @BeforeAll
  static void startApplication() throws Exception {
    portalMap = folder.resolve("sandbox.portal.yaml");
    Files.copy(Path.of("routes/portal/sandbox.portal.yaml"), portalMap);
    application =
        RunningApplication.start(
            folder.resolve("data"),
            Map.of(
                "entrata.company.sandbox.portal-map",
                portalMap.toString(),
                "entrata.sync.enabled",
                "false"));
  }

  @AfterAll
  static void stopApplication() {
    if (application != null) {
      application.close();
    }
  }

  @BeforeEach
  void clearFaultsAndCounters() {
    application.sandbox("DELETE", "/faults", null);
    application.sandbox("DELETE", "/counters", null);
  }

  @Test
  void readsPropertiesUnitsAndFloorplansAsManager() {
    String token = application.token("manager@sandbox.test", "manager-pass");

    assertThat(ids(application.fresh("/properties", token))).hasSize(12).contains("1001", "1012");
    assertThat(application.fresh("/properties/1001", token).json().path("data").path("id").asText())
        .isEqualTo("1001");
    RunningApplication.Answer units = application.fresh("/properties/1001/units?limit=500", token);
    assertThat(ids(units)).hasSize(120).doesNotHaveDuplicates();
    String unitId = ids(units).get(0);
    assertThat(application.fresh("/units/" + unitId, token).json().path("data"))
        .usingRecursiveComparison()
        .ignoringFields("_children.asOf")
        .isNotNull();
    assertThat(ids(application.fresh("/properties/1001/floorplans", token))).isNotEmpty();
  }

  @Test
  void showsOnsiteStaffOnlyTheirProperties() {
    String token = application.token("onsite@sandbox.test", "onsite-pass");

    assertThat(ids(application.fresh("/properties", token)))
        .containsExactlyInAnyOrder("1001", "1002");
    RunningApplication.Answer refused = application.fresh("/properties/1003/units", token);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem()).isEqualTo("not-entitled");
  }

  @Test
  void givesEachRefusedLoginItsOwnProblem() {
    assertThat(login("locked@sandbox.test", "locked-pass", "")).isEqualTo("account-locked");
    assertThat(login("expired@sandbox.test", "expired-pass", ""))
        .isEqualTo("password-change-required");
    assertThat(login("service@sandbox.test", "service-pass", "")).isEqualTo("mfa-required");
    assertThat(login("service@sandbox.test", "service-pass", ", \"mfa\": {\"code\": \"000000\"}"))
        .isEqualTo("mfa-rejected");
  }

  @Test
  void triesARejectedPasswordOnce() {
    assertThat(login("onsite@sandbox.test", "wrong-pass", "")).isEqualTo("invalid-credentials");
    assertThat(login("onsite@sandbox.test", "wrong-pass", "")).isEqualTo("invalid-credentials");

    assertThat(application.counters().path("loginAttempts").asInt()).isEqualTo(1);
  }

  @Test
  void logsInOnceForFiftyFirstRequests() throws Exception {
    application.sandbox("POST", "/sessions/expire", "{}");
    String token = application.token("manager@sandbox.test", "manager-pass");
    application.sandbox("POST", "/sessions/expire", "{}");
    application.sandbox("DELETE", "/counters", null);

    ExecutorService callers = Executors.newFixedThreadPool(50);
    try {
      List<Future<Integer>> answers =
          IntStream.range(0, 50)
              .mapToObj(
                  i ->
                      callers.submit(
                          () ->
                              application
                                  .fresh("/properties/1001/units?limit=500", token)
                                  .status()))
              .toList();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      callers.shutdownNow();
    }

    assertThat(application.counters().path("logins").asInt()).isEqualTo(1);
  }

  @Test
  void healsASessionThatIsKilledInMidPaging() {
    String token = application.token("manager@sandbox.test", "manager-pass");
    List<String> before = ids(application.fresh("/properties/1002/units?limit=500", token));
    application.sandbox("DELETE", "/counters", null);
    application.sandbox(
        "POST",
        "/faults",
        """
        {"kind": "expired-session", "action": "get_units_json", "skip": 1, "times": 1}""");

    List<String> healed = ids(application.fresh("/properties/1002/units?limit=500", token));

    assertThat(healed).isEqualTo(before).hasSize(120);
    assertThat(application.counters().path("logins").asInt()).isEqualTo(1);
  }

  @Test
  void readsAgainAfterOnlyThePortalMapWasEdited() throws Exception {
    String token = application.token("manager@sandbox.test", "manager-pass");
    application.sandbox(
        "POST",
        "/faults",
        """
        {"kind": "changed-markup", "columns": {"Unit Status": "Space Status"},
         "classes": {"unit-row": "space-row"}, "jsonFields": {"status": "space_status"}}""");
    String before = Files.readString(portalMap);
    try {
      RunningApplication.Answer drift = application.fresh("/properties/1001/units", token);
      assertThat(drift.status()).isEqualTo(502);
      assertThat(drift.problem()).isEqualTo("portal-drift");
      assertThat(drift.json().path("mapEntry").asText()).contains("operations.listUnits");
      assertThat(drift.json().path("detail").asText()).contains("Units");

      Files.writeString(
          portalMap,
          before
              .replace("column: Unit Status", "column: Space Status")
              .replace("tr.unit-row", "tr.space-row")
              .replace("path: status, type: text", "path: space_status, type: text")
              .replace("success: { path: status", "success: { path: space_status"));

      await()
          .untilAsserted(
              () ->
                  assertThat(ids(application.fresh("/properties/1001/units?limit=500", token)))
                      .hasSize(120));
    } finally {
      application.sandbox("DELETE", "/faults", null);
      Files.writeString(portalMap, before);
      await().until(() -> application.fresh("/properties/1001/units", token).status() == 200);
    }
  }

  @Test
  void tellsHealthMetricsAndItsOwnReference() {
    assertThat(application.management("/observe/health").status()).isEqualTo(200);
    assertThat(application.management("/observe/metrics").response().body()).contains("camel_");
    assertThat(
            application
                .get("/openapi.json", "")
                .json()
                .path("paths")
                .has("/properties/{propertyId}/units"))
        .isTrue();
  }

  @Test
  void keepsSecretsOutOfTheLog() {
    application.token("manager@sandbox.test", "manager-pass");

    assertThat(application.log())
        .doesNotContain(
            "manager-pass", "service-pass", "JBSWY3DPEHPK3PXP", "PSI_SESSION_ENT=", "ent_");
  }

  private static String login(String username, String password, String mfa) {
    RunningApplication.Answer answer =
        application.openSession(
            """
            {"company": "sandbox", "username": "%s", "password": "%s"%s}"""
                .formatted(username, password, mfa));
    assertThat(answer.status()).isBetween(400, 499);
    return answer.problem();
  }

  private static List<String> ids(RunningApplication.Answer answer) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    JsonNode data = answer.json().path("data");
    return StreamSupport.stream(data.spliterator(), false)
        .map(item -> item.path("id").asText())
        .toList();
  }
}
