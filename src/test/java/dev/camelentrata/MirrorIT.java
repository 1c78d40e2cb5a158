package dev.camelentrata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.resource.ResourceCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The mirror of the whole application: kept by sync runs, read by REST, told of by events. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MirrorIT {

  private static final int RESOURCES = ResourceCatalog.load().all().size();
  private static final Map<String, String> OPTIONS =
      Map.of(
          "entrata.sandbox.properties", "3",
          "entrata.sandbox.units-per-property", "30",
          "entrata.api.requests-per-minute", "100000");

  @TempDir static Path dataDir;

  private static RunningApplication application;
  private static String manager;

  @BeforeAll
  static void startAndSync() {
    application = RunningApplication.start(dataDir, OPTIONS);
    manager = application.token("manager@sandbox.test", "manager-pass");
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> runs("succeeded").size() >= RESOURCES);
  }

  @AfterAll
  static void stop() {
    if (application != null) {
      application.close();
    }
  }

  @AfterEach
  void clearFaults() {
    application.sandbox("DELETE", "/faults", null);
  }

  /** The last one, because it leaves a portal that has failed and is left alone for a while. */
  @Test
  @Order(Integer.MAX_VALUE)
  void tellsExactlyWhatChangedAndServesItFresh() {
    assertThat(new MirrorComparison(application, manager).differences()).isEmpty();
    long before = lastEvent();
    sync("*");
    assertThat(eventsAfter(before)).isEmpty();

    String unit = vacantUnits().get(0);
    String removed = vacantUnits().get(1);
    String lease = currentLeases().get(0);
    String payer = currentLeases().get(1);
    sandbox("PUT", "/units/" + unit, "{\"marketRent\": \"1999.00\"}");
    sandbox("POST", "/leases/" + lease + "/notice", "{}");
    sandbox("POST", "/leases/" + payer + "/payments", "{\"amount\": \"250.00\"}");
    sandbox("DELETE", "/units/" + removed, null);
    sync("*");

    List<JsonNode> events = eventsAfter(before);
    assertThat(events)
        .extracting(e -> e.path("type").asText())
        .containsExactlyInAnyOrder(
            "unit.price_changed", "lease.notice_given", "payment.posted", "unit.removed");
    assertThat(events).extracting(e -> e.path("sequence").asInt()).containsOnly(1);
    sync("*");
    assertThat(eventsAfter(before)).hasSize(4);
    assertThat(new MirrorComparison(application, manager).differences()).isEmpty();

    sandbox("PUT", "/units/" + unit, "{\"marketRent\": \"2001.00\"}");
    assertThat(rent(unit, "Cache-Control", "max-age=3600")).isEqualTo("1999.00");
    assertThat(rent(unit, "Cache-Control", "max-age=0")).isEqualTo("2001.00");

    sandbox("POST", "/faults", "{\"kind\": \"server-error\"}");
    RunningApplication.Answer down =
        application.get("/units/" + unit, manager, "Cache-Control", "max-age=0");
    assertThat(down.status()).isEqualTo(503);
    assertThat(down.problem()).isEqualTo("portal-unavailable");
    RunningApplication.Answer stale =
        application.get(
            "/units/" + unit, manager, "Cache-Control", "max-age=0, stale-if-error=3600");
    assertThat(stale.status()).isEqualTo(200);
    assertThat(stale.json().at("/data/marketRent/amount").asText()).isEqualTo("2001.00");
  }

  @Test
  void keepsTheLedgerFromWhoDoesNotSeeItInThePortal() {
    String lease = currentLeases().get(0);
    String onsite = application.token("onsite@sandbox.test", "onsite-pass");

    assertThat(application.get("/leases/" + lease + "/ledger", manager).json().path("data"))
        .isNotEmpty();
    assertThat(application.get("/leases/" + lease + "/ledger", onsite).status()).isEqualTo(403);
    assertThat(application.get("/properties/1001/ledger-transactions", onsite).status())
        .isEqualTo(403);
    assertThat(application.get("/properties/1003/units", onsite).problem())
        .isEqualTo("not-entitled");
    assertThat(
            application
                .get("/events?types=payment.*,charge.*&limit=500", onsite)
                .json()
                .path("data"))
        .isEmpty();
  }

  @Test
  void endsARunPartialWhenAPropertyCannotBeReadAndRemovesNothing() {
    long before = lastEvent();
    sandbox(
        "POST",
        "/faults",
        "{\"kind\": \"maintenance\", \"action\": \"get_units_json\", \"skip\": 2}");
    JsonNode run = sync("units");

    assertThat(run.path("state").asText()).isEqualTo("partial");
    assertThat(run.path("missing")).hasSize(1);
    assertThat(run.path("removed").asInt()).isZero();
    assertThat(eventsAfter(before)).isEmpty();
    String missing = run.at("/missing/0").asText();
    assertThat(ids("/properties/" + missing + "/units")).hasSize(30);
  }

  @Test
  void readsAllPropertiesByOneReportAndByReplayWhereItFails() {
    JsonNode run = sync("work-orders");
    assertThat(run.path("strategy").asText()).isEqualTo("report");
    assertThat(run.path("state").asText()).isEqualTo("succeeded");
    assertThat(run.path("seen").asInt()).isPositive();
    assertThat(run.path("notes")).isEmpty();

    String order = ids("/properties/1002/work-orders").get(0);
    sandbox("PUT", "/records/work-orders/" + order, "{\"location\": \"Attic\"}");
    sandbox(
        "POST",
        "/faults",
        "{\"kind\": \"changed-markup\", \"columns\": {\"Status\": \"State\"},"
            + " \"action\": \"download_report\"}");
    JsonNode replayed = sync("work-orders");

    assertThat(replayed.path("strategy").asText()).isEqualTo("replay");
    assertThat(replayed.path("state").asText()).isEqualTo("succeeded");
    assertThat(replayed.at("/notes/0").asText())
        .contains("portal-drift", "report.csv.fields.status.column", "3 properties");
    assertThat(replayed.path("seen")).isEqualTo(run.path("seen"));
    assertThat(replayed.path("changed").asInt()).isEqualTo(1);
    assertThat(replayed.path("removed").asInt()).isZero();
  }

  @Test
  void readsChangesOnlyAndLeavesRemovalsToCompleteRuns() {
    List<String> inspections = ids("/properties/1002/inspections");
    String changed = inspections.get(0);
    String removed = inspections.get(1);
    sandbox("PUT", "/records/inspections/" + changed, "{\"inspector\": \"A. Nother\"}");
    sandbox("DELETE", "/records/inspections/" + removed, null);

    JsonNode incremental = sync("inspections", "incremental");
    assertThat(incremental.path("mode").asText()).isEqualTo("incremental");
    assertThat(incremental.path("errors")).isEmpty();
    assertThat(incremental.path("state").asText()).isEqualTo("succeeded");
    assertThat(incremental.path("seen").asInt()).isEqualTo(1);
    assertThat(incremental.path("changed").asInt()).isEqualTo(1);
    assertThat(incremental.path("removed").asInt()).isZero();
    assertThat(ids("/properties/1002/inspections")).contains(changed, removed);

    JsonNode complete = sync("inspections");
    assertThat(complete.path("mode").asText()).isEqualTo("complete");
    assertThat(complete.path("removed").asInt()).isEqualTo(1);
    assertThat(ids("/properties/1002/inspections")).contains(changed).doesNotContain(removed);
  }

  private static JsonNode runs(String state) {
    return application.get("/sync-runs?limit=500&state=" + state, manager).json().path("data");
  }

  /** Runs the resource, or all, and waits for the end; gives the last run. */
  private JsonNode sync(String resource) {
    return sync(resource, "complete");
  }

  private JsonNode sync(String resource, String mode) {
    RunningApplication.Answer started =
        application.api(
            "POST",
            "/sync-runs",
            manager,
            "{\"resource\": \"" + resource + "\", \"mode\": \"" + mode + "\"}");
    assertThat(started.status()).as(started.response().body()).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> runs("running").isEmpty());
    String id = started.json().at("/data/id").asText();
    return application.get("/sync-runs/" + id, manager).json().path("data");
  }

  private void sandbox(String method, String path, String body) {
    RunningApplication.Answer answer = application.sandbox(method, path, body);
    assertThat(answer.status()).as(answer.response().body()).isBetween(200, 204);
  }

  private List<String> vacantUnits() {
    return ids("/properties/1001/units?status=vacant-unrented-ready,vacant-unrented-not-ready");
  }

  private List<String> currentLeases() {
    return ids("/properties/1001/leases?status=current");
  }

  private List<String> ids(String path) {
    List<String> ids = new ArrayList<>();
    application
        .get(path, manager)
        .json()
        .path("data")
        .forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  private String rent(String unit, String header, String value) {
    return application
        .get("/units/" + unit, manager, header, value)
        .json()
        .at("/data/marketRent/amount")
        .asText();
  }

  private long lastEvent() {
    return eventsAfter(0).size();
  }

  private List<JsonNode> eventsAfter(long count) {
    List<JsonNode> events = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonNode page = application.get("/events?limit=500" + after, manager).json();
      page.path("data").forEach(events::add);
      after =
          page.path("data").isEmpty() || page.path("nextCursor").isNull()
              ? null
              : "&after=" + page.path("nextCursor").asText();
    }
    return events.subList((int) count, events.size());
  }
}
