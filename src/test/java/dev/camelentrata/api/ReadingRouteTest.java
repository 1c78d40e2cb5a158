package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties, units and floorplans over HTTP. */
class ReadingRouteTest {

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
  void listsEntitledPropertiesByName() {
    Answer answer = api.get("/properties", token);

    assertThat(ids(answer)).containsExactly("1001", "1002");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.json().has("nextCursor")).isTrue();
    assertThat(answer.json().path("nextCursor").isNull()).isTrue();
    assertThat(answer.json().path("data").path(0).path("asOf").asText())
        .isEqualTo(api.clock.instant().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "q=aspen,1001",
    "q=PROVO,1002",
    "city=salt%20lake+city,1001",
    "state=ut&q=birch,1002"
  })
  void filtersProperties(String query, String id) {
    assertThat(ids(api.get("/properties?" + query, token))).containsExactly(id);
  }

  @Test
  void getsOnePropertyAndOneUnit() {
    Answer property = api.get("/properties/1001", token);
    Answer unit = api.get("/units/u2", token);

    assertThat(property.json().path("data").path("name").asText()).isEqualTo("Aspen Heights");
    assertThat(unit.json().path("data").path("status").asText()).isEqualTo("vacant-unrented-ready");
    assertThat(unit.json().path("data").path("marketRent").toString())
        .isEqualTo("{\"amount\":\"1200.00\",\"currency\":\"USD\"}");
    assertThat(unit.json().path("data").path("bathrooms").toString()).isEqualTo("1.5");
    assertThat(unit.json().path("data").path("availableOn").isNull()).isTrue();
  }

  @Test
  void listsUnitsInNaturalOrder() {
    assertThat(ids(api.get("/properties/1001/units", token))).containsExactly("u1", "u2", "u10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status=notice-unrented,vacant-unrented-ready|u1 u2",
        "available=false|u10",
        "availableBefore=2026-12-15|u2",
        "availableBefore=2026-12-16|u1 u2",
        "bedrooms=2|u1 u10",
        "bedrooms=0|u2",
        "floorplanId=f1&minRent=1500&maxRent=1500.00|u10",
        "floorplanId=f9|",
      })
  void filtersUnits(String query, String ids) {
    assertThat(String.join(" ", ids(api.get("/properties/1001/units?" + query, token))))
        .isEqualTo(ids == null ? "" : ids);
  }

  @Test
  void listsFloorplansByName() {
    Answer answer = api.get("/properties/1001/floorplans", token);

    assertThat(ids(answer)).containsExactly("f1", "f2");
    assertThat(answer.json().path("data").path(1).path("bedrooms").toString()).isEqualTo("10");
  }

  @Test
  void walksThroughPagesByLink() {
    List<String> seen = new ArrayList<>();
    String path = "/properties/1001/units?limit=1&floorplanId=f1";
    while (path != null) {
      Answer answer = api.get(path, token);
      seen.addAll(ids(answer));
      Matcher link =
          Pattern.compile("<(.+)>; rel=\"next\"").matcher(String.valueOf(answer.header("Link")));
      assertThat(link.matches()).isEqualTo(!answer.json().path("nextCursor").isNull());
      path = link.matches() ? link.group(1) : null;
    }

    assertThat(seen).containsExactly("u1", "u2", "u10");
  }

  @Test
  void refusesACursorOfOtherFiltersAndATamperedOne() {
    String cursor =
        api.get("/properties/1001/units?limit=1", token).json().path("nextCursor").asText();

    Answer other = api.get("/properties/1001/units?limit=1&bedrooms=2&cursor=" + cursor, token);
    Answer elsewhere = api.get("/properties/1002/units?cursor=" + cursor, token);
    Answer tampered = api.get("/properties/1001/units?cursor=A" + cursor, token);
    Answer longer = api.get("/properties/1001/units?limit=2&cursor=" + cursor, token);

    assertThat(other.problem()).isEqualTo("invalid-cursor");
    assertThat(elsewhere.problem()).isEqualTo("invalid-cursor");
    assertThat(tampered.problem()).isEqualTo("invalid-cursor");
    assertThat(tampered.status()).isEqualTo(400);
    assertThat(ids(longer)).containsExactly("u2", "u10");
    assertThat(api.refresh.calls).containsExactly("units of 1001");
  }

  @Test
  void refusesWrongParametersAllAtOnceBeforeThePortalIsTouched() {
    Answer answer =
        api.get(
            "/properties/1001/units?status=sold&available=yes&availableBefore=soon&bedrooms=-1"
                + "&minRent=1,000&colour=red&limit=x&floorplanId=a&floorplanId=b&maxRent=",
            token);

    assertThat(answer.status()).isEqualTo(400);
    JsonNode errors = answer.json().path("errors");
    assertThat(errors.findValuesAsText("parameter"))
        .containsExactly(
            "status",
            "available",
            "availableBefore",
            "bedrooms",
            "minRent",
            "colour",
            "limit",
            "floorplanId",
            "maxRent");
    assertThat(errors.path(0).path("detail").asText()).contains("vacant-unrented-ready");
    assertThat(errors.path(5).path("detail").asText()).contains("allowed are status, available");
    assertThat(api.refresh.calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/properties?limit=0",
        "/properties?limit=501",
        "/properties/1001?x=1",
        "/units/..%2F1"
      })
  void refusesInvalidRequests(String path) {
    Answer answer = api.get(path, token);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-request");
  }

  @Test
  void refusesAPropertyThatTheUserMayNotSeeBeforeThePortalIsTouched() {
    for (String path :
        List.of("/properties/1003", "/properties/1003/units", "/properties/1003/floorplans")) {
      Answer answer = api.get(path, token);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.problem()).isEqualTo("not-entitled");
      assertThat(answer.json().path("propertyId").asText()).isEqualTo("1003");
    }
    assertThat(api.refresh.calls).isEmpty();
  }

  @Test
  void refusesAUnitOfAForeignProperty() {
    assertThat(api.get("/units/u31", token).problem()).isEqualTo("not-entitled");
  }

  @Test
  void saysNotFoundForAnUnknownUnit() {
    Answer answer = api.get("/units/u999", token);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("not-found");
  }

  @Test
  void takesIdsFromThePathOnly() {
    Answer answer =
        api.send(
            api.request("/properties/1001/units")
                .header("Authorization", "Bearer " + token)
                .header("propertyId", "1003")
                .header("CamelEntrataPropertyId", "1003")
                .header("CamelEntrataSession", "ps-other"));

    assertThat(ids(answer)).containsExactly("u1", "u2", "u10");
    assertThat(answer.http().headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("camel"))
        .doesNotContain("propertyid", "authorization", "user-agent");
  }

  @Test
  void asksForATokenAndChecksIt() {
    Answer missing = api.get("/properties", null);
    Answer invalid = api.get("/properties", "ent_unknown");
    Answer basic = api.send(api.request("/properties").header("Authorization", "Basic dTpw"));

    assertThat(missing.status()).isEqualTo(401);
    assertThat(missing.problem()).isEqualTo("token-missing");
    assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"camel-entrata\"");
    assertThat(missing.header("RateLimit")).startsWith("\"address\";r=");
    assertThat(invalid.problem()).isEqualTo("token-invalid");
    assertThat(invalid.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    assertThat(invalid.http().body()).doesNotContain("ent_unknown");
    assertThat(basic.problem()).isEqualTo("token-missing");
  }

  @Test
  void asksForTheScope() {
    String narrow = api.token("units:read");

    Answer answer = api.get("/properties", narrow);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("insufficient-scope");
    assertThat(answer.json().path("requiredScope").asText()).isEqualTo("properties:read");
    assertThat(answer.header("WWW-Authenticate")).contains("scope=\"properties:read\"");
    assertThat(api.get("/properties/1001/units", narrow).status()).isEqualTo(200);
  }

  @Test
  void tellsThatThePortalSessionHasEnded() {
    api.portal.endSessions();

    Answer answer = api.get("/properties", token);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("session-expired");
  }

  @Test
  void repeatsAReadThatMaySucceedInAMoment() {
    api.refresh.failNext(unavailable(), unavailable());

    assertThat(api.get("/properties", token).status()).isEqualTo(200);
    assertThat(api.refresh.calls).hasSize(3);
  }

  @Test
  void givesUpAfterAFewRepetitions() {
    api.refresh.failNext(unavailable(), unavailable(), unavailable());

    Answer answer = api.get("/properties", token);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("30");
    assertThat(answer.json().path("retryAfter").asInt()).isEqualTo(30);
  }

  @Test
  void doesNotRepeatWhenThePortalAsksForALongerPause() {
    api.refresh.failNext(
        PortalException.of(PortalProblem.RATE_LIMITED, "The portal's limit is used up.")
            .withRetryAfter(Duration.ofMillis(20_400)));

    Answer answer = api.get("/properties", token);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("rate-limited");
    assertThat(answer.header("Retry-After")).isEqualTo("21");
    assertThat(api.refresh.calls).hasSize(1);
  }

  @Test
  void namesMapEntryAndPageOfADrift() {
    api.refresh.failNext(
        PortalException.of(PortalProblem.PORTAL_DRIFT, "Column Unit Status is gone.")
            .in("sandbox", "listUnits", "1001", 2)
            .withMapEntry("operations.listUnits.replay.json.fields.status"));

    Answer answer = api.get("/properties/1001/units", token);

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.json().path("mapEntry").asText()).endsWith("fields.status");
    assertThat(answer.json().path("page").asInt()).isEqualTo(2);
    assertThat(answer.json().path("operation").asText()).isEqualTo("listUnits");
  }

  @Test
  void hidesWhatNobodyForesaw() {
    api.refresh.failNext(new IllegalStateException("secret inner detail"));

    Answer answer = api.get("/properties", token);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.problem()).isEqualTo("internal-error");
    assertThat(answer.http().body()).doesNotContain("secret inner", "Exception");
    assertThat(answer.json().path("detail").asText()).contains(answer.header("X-Request-Id"));
  }

  @Test
  void limitsRequestsPerToken() {
    Answer first = api.get("/properties", token);
    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"token\";q=40;w=60");
    assertThat(first.header("RateLimit")).isEqualTo("\"token\";r=39;t=60");
    for (int i = 1; i < ApiServer.REQUESTS_PER_MINUTE; i++) {
      api.get("/properties", token);
    }

    Answer beyond = api.get("/properties", token);

    assertThat(beyond.status()).isEqualTo(429);
    assertThat(beyond.problem()).isEqualTo("quota-exceeded");
    assertThat(beyond.header("Retry-After")).isEqualTo("60");
    assertThat(api.get("/properties", api.token()).status()).isEqualTo(200);
  }

  private static PortalException unavailable() {
    return PortalException.of(PortalProblem.PORTAL_UNAVAILABLE, "The portal does not answer.");
  }

  private static List<String> ids(Answer answer) {
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("data").spliterator(), false)
        .map(item -> item.path("id").asText())
        .toList();
  }
}
