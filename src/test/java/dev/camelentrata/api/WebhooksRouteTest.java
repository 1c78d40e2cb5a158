package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.webhook.DeliveryState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhook endpoints and deliveries over HTTP. */
class WebhooksRouteTest {

  private static final String ENDPOINTS = "/webhook-endpoints";

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

  private Answer send(String method, String path, String body) {
    return api.send(method, path, token, body);
  }

  private String endpoint() {
    return send(
            "POST",
            ENDPOINTS,
            """
            {"url": "https://hooks.example.com/x", "types": ["lease.*"]}""")
        .json()
        .at("/data/id")
        .asText();
  }

  @Test
  void makesAnEndpointAndShowsItsSecretOnce() {
    Answer made =
        send(
            "POST",
            ENDPOINTS,
            """
            {"url": "https://hooks.example.com/x", "types": ["lease.*", "payment.posted"],
             "propertyIds": ["1001"], "ratePerMinute": 60, "description": "Leasing",
             "headers": {"Authorization": "Bearer receiver-secret"}, "asymmetric": true}""");

    assertThat(made.status()).as(made.http().body()).isEqualTo(201);
    String path = made.header("Location");
    assertThat(path).isEqualTo(ENDPOINTS + "/" + made.json().at("/data/id").asText());
    assertThat(made.json().at("/data/secret").asText()).startsWith("whsec_");
    assertThat(made.http().body()).doesNotContain("receiver-secret");
    Answer shown = send("GET", path, null);
    assertThat(shown.json().path("data").has("secret")).isFalse();
    assertThat(shown.json().at("/data/headers").toString()).isEqualTo("[\"Authorization\"]");
    assertThat(shown.json().at("/data/ratePerMinute").asInt()).isEqualTo(60);
    assertThat(api.webhooks.forms.get(0).headers())
        .isEqualTo(Map.of("Authorization", "Bearer receiver-secret"));
    assertThat(api.webhooks.callers.get(0).viewer().propertyIds()).contains("1001");
    assertThat(api.webhooks.callers.get(0).scopes()).contains("leases:read");
    assertThat(api.audit.entries).anyMatch(e -> e.action().equals("webhook.created"));
    assertThat(api.audit.entries.toString()).doesNotContain("receiver-secret", "whsec_");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /url",
        "{\"url\": \"http://a.test\", \"types\": [\"*\"]} | /url",
        "{\"url\": \"https://a.test\"} | /types",
        "{\"url\": \"https://a.test\", \"types\": []} | /types",
        "{\"url\": \"https://a.test\", \"types\": [\"lease.sold\"]} | /types/0",
        "{\"url\": \"https://a.test\", \"types\": [\"*\"], \"propertyIds\": [\"77\"]}"
            + " | /propertyIds/0",
        "{\"url\": \"https://a.test\", \"types\": [\"*\"], \"ratePerMinute\": 0} | /ratePerMinute",
        "{\"url\": \"https://a.test\", \"types\": [\"*\"], \"disabled\": \"no\"} | /disabled",
        "{\"url\": \"https://a.test\", \"types\": [\"*\"], \"headers\": {\"Webhook-Id\": \"1\"}}"
            + " | /headers/Webhook-Id",
        "{\"url\": \"https://a.test\", \"types\": [\"*\"], \"headers\": {\"X\": \"a\\nb\"}}"
            + " | /headers/X",
        "{\"url\": \"https://a.test\", \"types\": [\"*\"], \"secret\": \"whsec_\"} | /secret"
      })
  void saysWhatIsWrongWithAnEndpoint(String body, String pointer) {
    Answer answer = send("POST", ENDPOINTS, body);

    assertThat(answer.problem()).isEqualTo("invalid-request");
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(api.webhooks.all).isEmpty();
  }

  @Test
  void needsAScopeThatCanReadTheEvents() {
    String narrow =
        api.post(
                "/sessions",
                """
                {"company": "sandbox", "username": "u@example.test", "password": "p",
                 "scopes": ["webhooks:write", "leases:read"]}""")
            .json()
            .path("token")
            .asText();
    String body = "{\"url\": \"https://a.test\", \"types\": [\"unit.*\"]}";

    Answer answer = api.send("POST", ENDPOINTS, narrow, body);

    assertThat(answer.json().path("requiredScope").asText()).isEqualTo("units:read");
    assertThat(api.get(ENDPOINTS, narrow).json().path("requiredScope").asText())
        .isEqualTo("webhooks:read");
  }

  @Test
  void changesOnlyWhatIsToldAndClearsWhatIsNull() {
    String path = ENDPOINTS + "/" + endpoint();

    Answer changed =
        send("PATCH", path, "{\"disabled\": true, \"ratePerMinute\": 5, \"description\": \"d\"}");
    Answer again = send("PATCH", path, "{\"ratePerMinute\": null, \"disabled\": false}");

    assertThat(changed.json().at("/data/disabledReason").asText()).isEqualTo("request");
    assertThat(changed.json().at("/data/types/0").asText()).isEqualTo("lease.*");
    assertThat(again.json().at("/data/ratePerMinute").isNull()).isTrue();
    assertThat(again.json().at("/data/description").asText()).isEqualTo("d");
    assertThat(again.json().at("/data/disabled").asBoolean()).isFalse();
    assertThat(api.webhooks.forms.get(2).headers()).as("kept as they are").isNull();
    assertThat(send("PATCH", ENDPOINTS + "/whe_9", "{}").problem()).isEqualTo("not-found");
  }

  @Test
  void wantsHeadersAgainWhenTheyWouldGoToAnotherServer() {
    String id =
        send(
                "POST",
                ENDPOINTS,
                """
                {"url": "https://a.test/hooks", "types": ["lease.*"],
                 "headers": {"Authorization": "Bearer receiver-secret"}}""")
            .json()
            .at("/data/id")
            .asText();
    String path = ENDPOINTS + "/" + id;

    Answer moved = send("PATCH", path, "{\"url\": \"https://b.test/hooks\"}");
    assertThat(moved.json().at("/errors/0/pointer").asText()).isEqualTo("/headers");
    assertThat(send("PATCH", path, "{\"url\": \"https://a.test:8443/hooks\"}").status())
        .isEqualTo(400);
    assertThat(send("PATCH", path, "{\"url\": \"https://a.test/other\"}").status()).isEqualTo(200);
    assertThat(send("PATCH", path, "{\"url\": \"https://b.test/\", \"headers\": null}").status())
        .isEqualTo(200);
  }

  @Test
  void listsEndpointsInPagesAndDeletesThem() {
    endpoint();
    String second = endpoint();

    Answer page = send("GET", ENDPOINTS + "?limit=1", null);
    Answer last =
        send("GET", ENDPOINTS + "?limit=1&cursor=" + page.json().path("nextCursor").asText(), null);

    assertThat(page.json().at("/data/0/id").asText()).isEqualTo(second);
    assertThat(last.json().at("/data/0/id").asText()).isEqualTo("whe_1");
    assertThat(last.json().path("nextCursor").isNull()).isTrue();
    assertThat(send("DELETE", ENDPOINTS + "/whe_1", null).status()).isEqualTo(204);
    assertThat(send("GET", ENDPOINTS + "/whe_1", null).problem()).isEqualTo("not-found");
    assertThat(send("DELETE", ENDPOINTS + "/whe_1", null).problem()).isEqualTo("not-found");
  }

  @Test
  void rotatesTheSecretWithAnOverlapOfADayOrAsTold() {
    String path = ENDPOINTS + "/" + endpoint() + "/secret/rotate";

    assertThat(send("POST", path, "{}").json().at("/data/secret").asText()).isEqualTo("whsec_bmV3");
    assertThat(api.webhooks.overlap).isEqualTo(Duration.ofHours(24));
    send("POST", path, "{\"overlapSeconds\": 60}");
    assertThat(api.webhooks.overlap).isEqualTo(Duration.ofMinutes(1));
    assertThat(send("POST", path, "{\"overlapSeconds\": -1}").problem())
        .isEqualTo("invalid-request");
    assertThat(
            send("GET", ENDPOINTS + "/whe_1/public-key", null)
                .json()
                .at("/data/algorithm")
                .asText())
        .isEqualTo("ed25519");
  }

  @Test
  void tellsOfDeliveriesAndWhatWasTried() {
    String id = endpoint();
    api.webhooks.deliver(id, DeliveryState.DELIVERED);
    api.webhooks.deliver(id, DeliveryState.DEAD);

    Answer list = send("GET", ENDPOINTS + "/" + id + "/deliveries?state=dead", null);
    Answer one = send("GET", "/deliveries/dlv_2", null);

    assertThat(list.json().path("data").findValuesAsText("id")).isEqualTo(List.of("dlv_2"));
    assertThat(one.json().at("/data/tried/0/answer").asText()).isEqualTo("out of order");
    assertThat(one.json().at("/data/tried/0/millis").asInt()).isEqualTo(41);
    assertThat(send("GET", "/deliveries/dlv_9", null).problem()).isEqualTo("not-found");
    assertThat(send("GET", "/deliveries/evt_1", null).problem()).isEqualTo("not-found");
    assertThat(send("GET", ENDPOINTS + "/" + id + "/deliveries?state=lost", null).status())
        .isEqualTo(400);
  }

  @Test
  void deliversOnceMoreOnlyToEnabledEndpoints() {
    String id = endpoint();
    api.webhooks.deliver(id, DeliveryState.DEAD);

    Answer replayed = send("POST", "/deliveries/dlv_1/replay", null);
    Answer tested = send("POST", ENDPOINTS + "/" + id + "/test", null);
    send("PATCH", ENDPOINTS + "/" + id, "{\"disabled\": true}");

    assertThat(replayed.status()).isEqualTo(202);
    assertThat(replayed.header("Location")).isEqualTo("/deliveries/dlv_1");
    assertThat(tested.header("Location")).isEqualTo("/deliveries/dlv_2");
    assertThat(send("POST", "/deliveries/dlv_1/replay", null).problem())
        .isEqualTo("endpoint-disabled");
    assertThat(send("POST", ENDPOINTS + "/" + id + "/test", null).status()).isEqualTo(409);
  }

  @Test
  void deliversARangeOfUpToThirtyDaysOnceMore() {
    String path = ENDPOINTS + "/" + endpoint() + "/replay";
    String from = api.clock.instant().minus(Duration.ofDays(29)).toString();
    String longAgo = api.clock.instant().minus(Duration.ofDays(31)).toString();

    Answer begun = send("POST", path, "{\"from\": \"" + from + "\"}");

    assertThat(begun.status()).as(begun.http().body()).isEqualTo(202);
    assertThat(begun.json().at("/data/to").asText()).isEqualTo(api.clock.instant().toString());
    assertThat(send("GET", begun.header("Location"), null).json().at("/data/state").asText())
        .isEqualTo("running");
    assertThat(send("POST", path, "{\"from\": \"" + longAgo + "\"}").http().body())
        .contains("30 days");
    assertThat(send("POST", path, "{}").http().body()).contains("/from");
    assertThat(send("POST", path, "{\"from\": \"yesterday\"}").problem())
        .isEqualTo("invalid-request");
    String future = api.clock.instant().plusSeconds(9).toString();
    assertThat(send("POST", path, "{\"from\": \"" + future + "\"}").http().body())
        .contains("before to");
  }
}
