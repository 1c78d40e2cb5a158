package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.api.ApiServer.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sync runs and the mirror's age over HTTP. */
class SyncRunsRouteTest {

  private static ApiServer api;

  private String token;

  @BeforeAll
  static void start() {
    api = ApiServer.start();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @BeforeEach
  void reset() {
    api.reset();
    token = api.token();
  }

  private Answer start(String body) {
    return api.send("POST", "/sync-runs", token, body);
  }

  @Test
  void startsARunAndTellsWhereToAskForIt() {
    Answer answer = start("{\"resource\": \"units\"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Location")).isEqualTo("/sync-runs/run_1");
    JsonNode run = api.get(answer.header("Location"), token).json().path("data");
    assertThat(run.path("state").asText()).isEqualTo("running");
    assertThat(run.path("mode").asText()).isEqualTo("complete");
    assertThat(run.path("strategy").asText()).isEqualTo("replay");
    assertThat(run.path("percent").asInt()).isEqualTo(25);
    assertThat(run.path("endedAt").isNull()).isTrue();
    assertThat(api.audit.entries).anyMatch(entry -> entry.toString().contains("sync.started"));
  }

  @Test
  void startsAnIncrementalRunWhenAskedTo() {
    Answer answer = start("{\"resource\": \"units\", \"mode\": \"incremental\"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().at("/data/mode").asText()).isEqualTo("incremental");
  }

  @Test
  void doesNotStartASecondRunOfTheSame() {
    start("{\"resource\": \"*\"}");

    Answer answer = start("{\"resource\": \"*\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("sync-running");
    assertThat(answer.json().path("syncRunId").asText()).isEqualTo("run_1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/resource",
        "{\"resource\": \"houses\"}|/resource",
        "{\"resource\": \"units\", \"mode\": \"some\"}|/mode",
        "{\"resource\": \"units\", \"mode\": 1}|/mode",
        "{\"resource\": \"units\", \"x\": 1}|/x",
      })
  void refusesInvalidBodies(String body, String pointer) {
    Answer answer = start(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  @Test
  void refusesABodyThatIsNoJson() {
    assertThat(start("units").problem()).isEqualTo("malformed-json");
  }

  @Test
  void letsOnlyThoseStartRunsWhoAdministerThePortal() {
    token = api.login("onsite@example.test").json().path("token").asText();

    Answer answer = start("{\"resource\": \"units\"}");

    assertThat(answer.problem()).isEqualTo("not-entitled");
    assertThat(answer.json().path("module").asText()).isEqualTo("users_groupsxxx");
    assertThat(api.get("/sync-runs", token).status()).isEqualTo(200);
  }

  @Test
  void listsRunsInPagesTheLatestFirst() {
    api.runs.add("units", "succeeded", List.of());
    api.runs.add("leases", "partial", List.of("1002", "1003"));
    api.runs.add("units", "failed", List.of());

    Answer first = api.get("/sync-runs?limit=2", token);
    Answer second = api.get("/sync-runs?cursor=" + first.json().path("nextCursor").asText(), token);

    assertThat(first.json().path("data").findValuesAsText("id")).containsExactly("run_3", "run_2");
    assertThat(first.header("Link")).contains("rel=\"next\"");
    assertThat(first.json().at("/data/1/missing").toString()).isEqualTo("[\"1002\"]");
    assertThat(second.json().path("data").findValuesAsText("id")).containsExactly("run_1");
    assertThat(second.json().path("nextCursor").isNull()).isTrue();
    Answer failed = api.get("/sync-runs?resource=units&state=failed", token);
    assertThat(failed.json().path("data").findValuesAsText("id")).containsExactly("run_3");
    assertThat(api.get("/sync-runs?state=odd", token).status()).isEqualTo(400);
    assertThat(api.get("/sync-runs/run_9", token).problem()).isEqualTo("not-found");
  }

  @Test
  void tellsHowOldTheMirrorIs() {
    assertThat(api.get("/freshness", token).json().at("/data/0").toString())
        .isEqualTo(
            "{\"resource\":\"units\",\"scopes\":2,\"p50\":12.5,\"p95\":12.5,\"p99\":12.5,"
                + "\"max\":12.5}");
  }
}
