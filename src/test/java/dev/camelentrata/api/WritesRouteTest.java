package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.submission.NewSubmission;
import dev.camelentrata.submission.SubmissionState;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to write over HTTP, up to the submission that they become. */
class WritesRouteTest {

  private static final String LEADS = "/properties/1001/leads";
  private static final String LEAD =
      """
      {"firstName": "Ada", "lastName": "Example", "email": "ada@example.test", "source": "Website"}""";

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
  void takesAWriteAndTellsWhereToAskForIt() {
    Answer answer = post(LEADS, "key-1", LEAD);

    assertThat(answer.status()).as(answer.http().body()).isEqualTo(202);
    assertThat(answer.header("Location")).isEqualTo("/submissions/sub_1");
    JsonNode submission = answer.json().path("data");
    assertThat(submission.path("state").asText()).isEqualTo("accepted");
    assertThat(submission.path("of").path("propertyId").asText()).isEqualTo("1001");
    assertThat(submission.path("result").isNull()).isTrue();
    NewSubmission taken = api.submissions.taken.get(0);
    assertThat(taken.write().operation()).isEqualTo("createLead");
    assertThat(taken.orderKey()).isEqualTo("email ada@example.test");
    assertThat(api.audit.entries).anyMatch(e -> e.toString().contains("submission.accepted"));
    assertThat(api.audit.entries.toString()).doesNotContain("Ada");
    assertThat(api.get("/submissions/sub_1", token).json().path("data").path("tried")).hasSize(1);
  }

  @Test
  void answersWithWhatWasMadeIfItIsThereInTime() {
    api.submissions.endAs(SubmissionState.SUCCEEDED, "9001", null);

    Answer answer = send("POST", LEADS, LEAD, Map.of("Idempotency-Key", "k", "Prefer", "wait=5"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/leads/9001");
    assertThat(answer.header("Content-Location")).isEqualTo("/submissions/sub_1");
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=5");
    assertThat(answer.json().at("/data/result/confirmation").asText()).isEqualTo("L-2026-000001");

    Answer again = send("POST", LEADS, LEAD, Map.of("Idempotency-Key", "\"k\""));
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.http().body()).isEqualTo(answer.http().body());
    assertThat(api.submissions.taken).hasSize(1);
  }

  @Test
  void passesThePortalsWordsOn() {
    api.submissions.endAs(
        SubmissionState.FAILED,
        null,
        """
        {"type": "portal-rejected", "detail": "The portal does not accept this.",
         "errors": [{"pointer": "/email", "detail": "Email is in use."}]}""");

    Answer answer = send("POST", LEADS, LEAD, Map.of("Idempotency-Key", "k", "Prefer", "wait=5"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("portal-rejected");
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/email");
    assertThat(answer.json().at("/errors/0/detail").asText()).isEqualTo("Email is in use.");
    assertThat(answer.json().path("submissionId").asText()).isEqualTo("sub_1");
  }

  @Test
  void saysThatTheSameRequestIsStillWorkedOn() {
    post(LEADS, "key-1", LEAD);

    Answer again = post(LEADS, "key-1", LEAD.replace("{", "{ "));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("request-in-progress");
    assertThat(again.header("Location")).isEqualTo("/submissions/sub_1");
  }

  @Test
  void refusesAKeyThatWasUsedForSomethingElse() {
    post(LEADS, "key-1", LEAD);

    Answer other = post(LEADS, "key-1", LEAD.replace("Ada", "Bea"));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(api.submissions.taken).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words"})
  void refusesAKeyThatIsNone(String key) {
    Answer answer =
        send("POST", LEADS, LEAD, key.isEmpty() ? Map.of() : Map.of("Idempotency-Key", key));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/header").asText()).isEqualTo("Idempotency-Key");
  }

  @Test
  void tellsEverythingThatIsWrongAtOnceAndTakesNothing() {
    Answer answer =
        post(
            "/properties/1001/leases",
            "key-1",
            """
            {"unitId": "u99", "startsOn": "2026-12-01", "endsOn": "2026-11-01",
             "rent": {"amount": "1000.00", "currency": "USD"},
             "residents": [{"relationship": "primary", "lastName": "Example"}],
             "fees": [{"chargeCodeId": "none", "amount": {"amount": "1", "currency": "USD"}}]}""");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder(
            "/endsOn", "/residents/0/firstName", "/unitId", "/fees/0/chargeCodeId");
    assertThat(answer.json().toString()).contains("is no unit of property 1001");
    assertThat(api.submissions.taken).isEmpty();
  }

  @Test
  void refusesAmountsInAnotherCurrencyThanTheCompanysBooks() {
    String company = new ResourceExample().of(api.catalog.named("companies")).path("id").asText();
    api.refresh.content.get("companies", company).put("currency", "USD");
    assertThat(api.get("/companies", token).status()).isEqualTo(200);

    Answer answer =
        post(
            "/leases/lease-1/payments",
            "key-1",
            """
            {"amount": {"amount": "5.00", "currency": "GBP"}, "postedOn": "2026-11-24"}""");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").toString())
        .contains("/amount/currency", "must be USD, the currency of the company's books");
  }

  @Test
  void refusesCharactersThatNoDatabaseHolds() {
    Answer body = post(LEADS, "key-1", LEAD.replace("Example", "Ex\\u0000ample"));
    Answer half = post(LEADS, "key-1", LEAD.replace("Example", "Ex\\ud800ample"));
    Answer query = api.get("/submissions?operation=%00", token);

    assertThat(body.json().at("/errors/0/pointer").asText()).isEqualTo("/lastName");
    assertThat(half.json().at("/errors/0/pointer").asText()).isEqualTo("/lastName");
    assertThat(body.http().body()).contains("U+0000").doesNotContain("ample\"");
    assertThat(query.json().at("/errors/0/parameter").asText()).isEqualTo("operation");
    assertThat(api.submissions.taken).isEmpty();
  }

  @Test
  void wantsTheWordsOfThePropertysPicklist() {
    String word = new ResourceExample().of(api.catalog.named("picklists")).path("name").asText();

    Answer answer =
        post(
            "/properties/1001/work-orders",
            "key-1",
            """
            {"type": "service-request", "category": "%s", "priority": "Whenever",
             "problem": "Leak", "description": "It drips"}"""
                .formatted(word));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/priority", "/problem");
  }

  @Test
  void putsWritesOfOneUnitInOneOrder() {
    JsonNode lease = api.refresh.content.get("leases", "lease-1");

    Answer answer =
        post("/leases/lease-1/cancel", "key-1", "{\"reason\": \"They changed their mind\"}");

    assertThat(answer.status()).as(answer.http().body()).isEqualTo(202);
    NewSubmission taken = api.submissions.taken.get(0);
    assertThat(taken.orderKey()).isEqualTo("unit " + lease.path("unitId").asText());
    assertThat(taken.pathIds())
        .containsExactlyInAnyOrderEntriesOf(Map.of("leaseId", "lease-1", "propertyId", "1001"));
  }

  @Test
  void knowsNoThingThatTheMirrorAndThePortalDoNotKnow() {
    Answer answer = post("/leases/lease-404/cancel", "key-1", "{\"reason\": \"No\"}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(api.submissions.taken).isEmpty();
  }

  @Test
  void refusesATokenThatMayOnlyRead() {
    token = api.token("leads:read");

    Answer answer = post(LEADS, "key-1", LEAD);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("requiredScope").asText()).isEqualTo("leads:write");
  }

  @Test
  void refusesAPropertyThatTheUserDoesNotSee() {
    Answer answer = post("/properties/1003/leads", "key-1", LEAD);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("not-entitled");
    assertThat(api.submissions.taken).isEmpty();
  }

  @Test
  void takesManyChangesWithOneResultForEach() {
    api.submissions.endAs(SubmissionState.SUCCEEDED, "resident-1", null);

    Answer answer =
        send(
            "PATCH",
            "/residents",
            """
            {"items": [
              {"residentId": "resident-1", "email": "new@example.test"},
              {"residentId": "resident-1", "email": "nobody"},
              {"residentId": "resident-404", "phone": "+1 801 555 0100"},
              {"email": "new@example.test"}]}""",
            Map.of("Idempotency-Key", "many", "Prefer", "wait=5"));

    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    JsonNode results = answer.json().path("data");
    assertThat(results).hasSize(4);
    assertThat(results.at("/0/submission/state").asText()).isEqualTo("succeeded");
    assertThat(results.at("/1/problem/errors/0/pointer").asText()).isEqualTo("/email");
    assertThat(results.at("/2/problem/type").asText()).isEqualTo("not-found");
    assertThat(results.at("/3/problem/errors/0/pointer").asText()).isEqualTo("/residentId");
    assertThat(api.submissions.taken).hasSize(1);
    assertThat(api.submissions.taken.get(0).caller().key()).isEqualTo("many/0");
  }

  @Test
  void takesManyChangesUnderOneKeyOnlyOnce() {
    String one = "{\"residentId\": \"resident-1\", \"email\": \"new@example.test\"}";
    Map<String, String> key = Map.of("Idempotency-Key", "many");
    send("PATCH", "/residents", "{\"items\": [" + one + "]}", key);

    Answer again = send("PATCH", "/residents", "{\"items\": [" + one + "]}", key);
    Answer more = send("PATCH", "/residents", "{\"items\": [" + one + "," + one + "]}", key);

    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(more.status()).isEqualTo(422);
    assertThat(more.problem()).isEqualTo("idempotency-key-reused");
    assertThat(api.submissions.taken).hasSize(1);
  }

  @Test
  void cancelsOnlyWhatIsStillAccepted() {
    post(LEADS, "key-1", LEAD);

    Answer cancelled = api.send("POST", "/submissions/sub_1/cancel", token, null);
    Answer again = api.send("POST", "/submissions/sub_1/cancel", token, null);

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.json().at("/data/state").asText()).isEqualTo("cancelled");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("not-cancellable");
    assertThat(api.send("POST", "/submissions/sub_9/cancel", token, null).status()).isEqualTo(404);
  }

  @Test
  void listsSubmissionsTheLatestFirstInPages() {
    for (String key : List.of("a", "b", "c")) {
      post(LEADS, key, LEAD);
    }

    Answer first = api.get("/submissions?limit=2&state=accepted&operation=createLead", token);
    Answer second =
        api.get(
            "/submissions?limit=2&state=accepted&operation=createLead&cursor="
                + first.json().path("nextCursor").asText(),
            token);

    assertThat(first.json().path("data").findValuesAsText("id")).containsExactly("sub_3", "sub_2");
    assertThat(second.json().path("data").findValuesAsText("id")).containsExactly("sub_1");
    assertThat(second.json().path("nextCursor").isNull()).isTrue();
  }

  private Answer post(String path, String key, String body) {
    return send("POST", path, body, Map.of("Idempotency-Key", key));
  }

  private Answer send(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        api.request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return api.send(request);
  }
}
