package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.deadletter.NotReplayableException;
import dev.camelentrata.deadletter.ReplayFailedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dead letters over HTTP. */
class DeadLettersRouteTest {

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

  @Test
  void listsTheLatestFirstInPagesWithoutTheirMessages() {
    for (int i = 0; i < 3; i++) {
      api.deadLetters.open("1001");
    }
    api.deadLetters.open("9999");

    JsonNode first = api.get("/dead-letters?state=open&limit=2", token).json();

    assertThat(first.path("data").findValuesAsText("id")).containsExactly("dl_3", "dl_2");
    assertThat(first.at("/data/0/message").isNull()).isTrue();
    JsonNode second =
        api.get(
                "/dead-letters?state=open&limit=2&cursor=" + first.path("nextCursor").asText(),
                token)
            .json();
    assertThat(second.path("data").findValuesAsText("id")).containsExactly("dl_1");
    assertThat(second.path("nextCursor").isNull()).isTrue();
  }

  @Test
  void showsOneWithItsMaskedMessage() {
    String id = api.deadLetters.open("1001");

    Answer answer = api.get("/dead-letters/" + id, token);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json().at("/data/message/body/email").asText()).isEqualTo("[personal]");
    assertThat(answer.json().at("/data/error").asText()).contains("no answer");
    assertThat(answer.json().at("/data/route").asText()).isEqualTo("webhook-board");
    assertThat(answer.json().at("/data/attempts").asInt()).isEqualTo(6);
  }

  @Test
  void hidesThoseOfOtherProperties() {
    String id = api.deadLetters.open("9999");

    assertThat(api.get("/dead-letters/" + id, token).status()).isEqualTo(404);
    assertThat(api.send("POST", "/dead-letters/" + id + "/replay", token, null).status())
        .isEqualTo(404);
    assertThat(api.send("DELETE", "/dead-letters/" + id, token, null).status()).isEqualTo(404);
  }

  @Test
  void replaysOneAndNotesWhoDidIt() {
    String id = api.deadLetters.open("1001");

    Answer answer = api.send("POST", "/dead-letters/" + id + "/replay", token, null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/data/state").asText()).isEqualTo("replayed");
    assertThat(api.deadLetters.callers.get(0).sessionId()).isNotBlank();
    assertThat(api.audit.entries)
        .anyMatch(e -> e.action().equals("dead-letter.replayed") && e.subject().equals(id));
    Answer again = api.send("POST", "/dead-letters/" + id + "/replay", token, null);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("dead-letter-ended");
    assertThat(again.json().path("detail").asText()).contains("replayed");
  }

  @Test
  void saysWhyAReplayIsImpossibleOrFailedAgain() {
    String id = api.deadLetters.open("1001");
    api.deadLetters.failure = new NotReplayableException("The route is not running; start it.");
    Answer impossible = api.send("POST", "/dead-letters/" + id + "/replay", token, null);
    api.deadLetters.failure = new ReplayFailedException("IOException: no answer");
    Answer failed = api.send("POST", "/dead-letters/" + id + "/replay", token, null);

    assertThat(impossible.status()).isEqualTo(409);
    assertThat(impossible.problem()).isEqualTo("not-replayable");
    assertThat(impossible.json().path("detail").asText()).contains("start it");
    assertThat(failed.status()).isEqualTo(409);
    assertThat(failed.problem()).isEqualTo("replay-failed");
    assertThat(api.audit.entries).anyMatch(e -> e.outcome().equals("replay-failed"));
  }

  @Test
  void replaysManyByFilterAndTellsHowMany() {
    api.deadLetters.open("1001");
    api.deadLetters.open("1001");

    Answer answer =
        api.send(
            "POST",
            "/dead-letters/replay",
            token,
            "{\"kind\": \"exchange\", \"route\": \"webhook-board\","
                + " \"from\": \"2026-11-24T00:00:00Z\"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().at("/data/matching").asInt()).isEqualTo(2);
    assertThat(answer.json().at("/data/byKind/exchange").asInt()).isEqualTo(2);
    assertThat(api.deadLetters.replayed.get(0).route()).isEqualTo("webhook-board");
    assertThat(api.audit.entries).anyMatch(e -> e.action().equals("dead-letters.replayed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\": \"letter\"}|/kind",
        "{\"from\": \"yesterday\"}|/from",
        "{\"rout\": \"x\"}|/rout",
        "{\"propertyId\": 1}|/propertyId"
      })
  void refusesFiltersThatItDoesNotKnow(String body, String pointer) {
    Answer answer = api.send("POST", "/dead-letters/replay", token, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(api.deadLetters.replayed).isEmpty();
  }

  @Test
  void discardsForGood() {
    String id = api.deadLetters.open("1001");

    Answer answer = api.send("DELETE", "/dead-letters/" + id, token, null);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(api.get("/dead-letters/" + id, token).json().at("/data/state").asText())
        .isEqualTo("discarded");
    assertThat(api.audit.entries).anyMatch(e -> e.action().equals("dead-letter.discarded"));
    assertThat(api.send("DELETE", "/dead-letters/" + id, token, null).problem())
        .isEqualTo("dead-letter-ended");
  }

  @Test
  void isForThoseWhoAdministerThePortalsUsers() {
    String onsite = api.login("onsite@example.test").json().path("token").asText();

    Answer answer = api.get("/dead-letters", onsite);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("not-entitled");
    assertThat(answer.json().path("module").asText()).isEqualTo("users_groupsxxx");
  }

  @Test
  void needsTheScopeToWrite() {
    String reading = api.token("dead-letters:read");
    String id = api.deadLetters.open("1001");

    assertThat(api.get("/dead-letters/" + id, reading).status()).isEqualTo(200);
    assertThat(api.send("POST", "/dead-letters/" + id + "/replay", reading, null).problem())
        .isEqualTo("insufficient-scope");
  }
}
