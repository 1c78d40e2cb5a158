package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.camelentrata.api.ApiServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log of events and histories over HTTP. */
class EventsRouteTest {

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

  private static List<String> types(Answer answer) {
    assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
    return answer.json().path("data").findValuesAsText("type");
  }

  private static void threeEvents() {
    api.events.add("unit.price_changed", "unit", "u1", "{\"deposit\":null}", "{\"deposit\":1}");
    api.events.add("lease.created", "lease", "l1", null, "{\"id\":\"l1\"}");
    api.events.add("unit.removed", "unit", "u1", "{\"id\":\"u1\"}", null);
  }

  @Test
  void tellsEventsInOrderAndWhereToGoOn() {
    threeEvents();

    Answer first = api.get("/events?limit=2", token);
    Answer second = api.get("/events?after=" + first.json().path("nextCursor").asText(), token);
    String end = second.json().path("nextCursor").asText();
    Answer third = api.get("/events?after=" + end, token);

    assertThat(first.json().at("/data/0").toString())
        .isEqualTo(
            "{\"id\":\"evt_11\",\"type\":\"unit.price_changed\",\"entity\":\"unit\","
                + "\"entityId\":\"u1\",\"propertyId\":\"1001\",\"sequence\":1,"
                + "\"occurredAt\":\"2026-11-24T07:30:00Z\",\"before\":{\"deposit\":null},"
                + "\"after\":{\"deposit\":1},\"syncRunId\":\"run_1\"}");
    assertThat(first.header("Link")).startsWith("</events?limit=2&after=12>");
    assertThat(second.header("Link")).isNull();
    assertThat(types(second)).containsExactly("unit.removed");
    assertThat(second.json().at("/data/0/after").isNull()).isTrue();
    assertThat(types(third)).isEmpty();
    assertThat(third.json().path("nextCursor").asText()).isEqualTo(end);
    assertThat(third.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void filtersByTypeAndEntity() {
    threeEvents();

    assertThat(types(api.get("/events?types=unit.*", token)))
        .containsExactly("unit.price_changed", "unit.removed");
    assertThat(types(api.get("/events?types=lease.created,unit.removed", token))).hasSize(2);
    assertThat(types(api.get("/events?entity=lease", token))).containsExactly("lease.created");
    assertThat(types(api.get("/events?entity=unit&entityId=u2", token))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=x",
        "after=-1",
        "types=unit.sold",
        "entity=house",
        "entityId=u1",
        "wait=61",
        "limit=0"
      })
  void refusesInvalidFilters(String query) {
    Answer answer = api.get("/events?" + query, token);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/parameter").asText())
        .isEqualTo(query.substring(0, query.indexOf('=')));
  }

  @Test
  void tellsATokenOnlyOfWhatItMayRead() {
    threeEvents();
    String narrow =
        api.post(
                "/sessions",
                """
                {"company": "sandbox", "username": "u@example.test", "password": "p",
                 "scopes": ["events:read", "leases:read"]}""")
            .json()
            .path("token")
            .asText();

    assertThat(types(api.get("/events", narrow))).containsExactly("lease.created");
    assertThat(api.get("/events?types=unit.*", narrow).problem()).isEqualTo("insufficient-scope");
    assertThat(api.get("/events?entity=unit", narrow).json().path("requiredScope").asText())
        .isEqualTo("units:read");
  }

  @Test
  void answersFiftyWhoWaitAsSoonAsSomethingHappensAndOthersMeanwhile() {
    ExecutorService callers = Executors.newFixedThreadPool(50);
    try {
      List<CompletableFuture<Answer>> waiting = new ArrayList<>();
      String[] tokens = {api.token(), api.token()};
      for (int i = 0; i < 50; i++) {
        String caller = tokens[i % 2];
        waiting.add(
            CompletableFuture.supplyAsync(
                () -> api.get("/events?wait=60&types=lease.*", caller), callers));
      }
      await().until(() -> api.events.waiting() == 50);
      assertThat(api.get("/properties/1001/units", token).status()).isEqualTo(200);

      api.events.add("unit.removed", "unit", "u1", "{}", null);
      api.events.add("lease.created", "lease", "l1", null, "{}");

      waiting.forEach(w -> assertThat(types(w.join())).containsExactly("lease.created"));
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void tellsTheHistoryOfAThing() {
    threeEvents();

    assertThat(types(api.get("/units/u1/history", token)))
        .containsExactly("unit.price_changed", "unit.removed");
    assertThat(types(api.get("/units/u1/history?after=11", token))).containsExactly("unit.removed");
    assertThat(api.get("/units/u77/history", token).problem()).isEqualTo("not-found");
    assertThat(api.get("/units/u1/history?after=soon", token).status()).isEqualTo(400);
    api.get("/units/u2", token);
    assertThat(types(api.get("/units/u2/history", token))).isEmpty();
  }

  @Test
  void describesEveryTypeOfEventByASchema() {
    Answer answer = api.get("/event-types", token);

    assertThat(types(answer)).contains("payment.posted", "unit.availability_changed");
    assertThat(answer.json().path("data")).hasSameSizeAs(new EventTypes(api.catalog).all());
    api.events.add(
        "unit.availability_changed",
        "unit",
        "u1",
        "{\"status\":\"notice-rented\",\"portalStatus\":\"Notice Rented\",\"available\":false}",
        "{\"status\":\"notice-unrented\",\"portalStatus\":\"Notice Unrented\",\"available\":true}");
    String event = api.get("/events", token).json().at("/data/0").toString();
    answer
        .json()
        .path("data")
        .forEach(
            type -> {
              boolean same = type.path("type").asText().equals("unit.availability_changed");
              assertThat(fits(event, type.path("schema").toString()))
                  .as(type.path("type").asText())
                  .isEqualTo(same);
            });
  }

  private static boolean fits(String event, String schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(event, InputFormat.JSON)
        .isEmpty();
  }
}
