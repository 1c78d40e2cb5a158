package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.camelentrata.api.ApiServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsRouteTest {

  private static final String CALLBACK = "/accounting/connections/callback";

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

  private Answer begin(String body) {
    return api.send("POST", "/accounting/connections", token, body);
  }

  @Test
  void beginsWithThePageOnWhichAPersonAgrees() {
    Answer answer = begin("{\"system\": \"quickbooks\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().at("/data/authorizeUrl").asText())
        .isEqualTo("https://books.example.test/agree?state=sandbox.state1");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(api.connections.begun.get(0).redirectUri())
        .isEqualTo("http://127.0.0.1:" + api.port() + CALLBACK);
    assertThat(api.audit.entries).anyMatch(e -> e.action().equals("accounting.connecting"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/system|is missing",
        "{\"system\": \"sage\"}|/system|must be one of quickbooks, xero",
        "{\"system\": \"xero\", \"returnTo\": \"http://books.example.com\"}|/returnTo|https",
        "{\"system\": \"xero\", \"returnTo\": \"javascript:alert(1)\"}|/returnTo|https",
        "{\"system\": \"xero\", \"back\": \"x\"}|/back|is unknown"
      })
  void refusesWhatItCannotBeginWith(String body, String pointer, String detail) {
    Answer answer = begin(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    assertThat(answer.json().at("/errors/0/detail").asText()).contains(detail);
  }

  @Test
  void tellsThatASystemIsNotSetUp() {
    api.connections.offers = false;

    assertThat(begin("{\"system\": \"xero\"}").json().at("/errors/0/detail").asText())
        .contains("entrata.xero.client-id");
  }

  @Test
  void connectsWithoutATokenByTheStateAlone() {
    api.connections.name = "Oak <Holdings> & Sons";
    begin("{\"system\": \"quickbooks\"}");

    Answer answer =
        api.send(
            api.request(CALLBACK + "?code=c%2B1&state=sandbox.state1&realmId=123145&scope=x")
                .header("Accept", "text/html"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'");
    assertThat(answer.http().body())
        .contains("Oak &lt;Holdings&gt; &amp; Sons", "You can close this window.");
    assertThat(api.connections.codes).containsExactly("c+1 123145");
    assertThat(api.audit.entries)
        .anyMatch(
            e ->
                e.action().equals("accounting.connected")
                    && e.subject().equals("acn_1")
                    && e.actor().startsWith("tok-"));
  }

  @Test
  void sendsTheBrowserBackToWhereTheCallerWantsIt() {
    begin("{\"system\": \"xero\", \"returnTo\": \"https://books.example.com/done?tab=2\"}");

    Answer answer = api.get(CALLBACK + "?code=c1&state=sandbox.state1&realmId=7", null);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("https://books.example.com/done?tab=2");
    assertThat(api.connections.codes).containsExactly("c1 null");
  }

  @Test
  void takesNoStateTwice() {
    begin("{\"system\": \"xero\"}");
    String callback = CALLBACK + "?code=c1&state=sandbox.state1";

    assertThat(api.get(callback, null).status()).isEqualTo(200);
    assertThat(api.get(callback, null).problem()).isEqualTo("url-invalid");
    assertThat(api.get(CALLBACK + "?code=c1", null).problem()).isEqualTo("url-invalid");
    assertThat(api.connections.codes).hasSize(1);
  }

  @Test
  void takesNoStateOfSomebodyWhoHasLoggedOut() {
    begin("{\"system\": \"xero\"}");
    api.portal.endSessions();

    assertThat(api.get(CALLBACK + "?code=c1&state=sandbox.state1", null).problem())
        .isEqualTo("session-expired");
    assertThat(api.connections.codes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"error=access_denied&error_description=no", "realmId=1"})
  void tellsThatThePersonDidNotAgree(String query) {
    begin("{\"system\": \"xero\"}");

    Answer answer = api.get(CALLBACK + "?state=sandbox.state1&" + query, null);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("accounting-refused");
    assertThat(api.audit.entries).anyMatch(e -> e.outcome().equals("accounting-refused"));
  }

  @Test
  void listsShowsAndEnds() {
    api.connections.connect("Oak Holdings LLC");
    api.connections.connect("Elm Holdings LLC");

    Answer page = api.get("/accounting/connections?limit=1", token);
    String cursor = page.json().path("nextCursor").asText();
    Answer rest = api.get("/accounting/connections?limit=1&cursor=" + cursor, token);

    assertThat(page.json().at("/data/0/name").asText()).isEqualTo("Elm Holdings LLC");
    assertThat(rest.json().at("/data/0/id").asText()).isEqualTo("acn_1");
    assertThat(rest.json().path("nextCursor").isNull()).isTrue();
    assertThat(api.get("/accounting/connections/acn_2", token).json().at("/data/state").asText())
        .isEqualTo("connected");
    assertThat(api.send("DELETE", "/accounting/connections/acn_2", token, null).status())
        .isEqualTo(204);
    assertThat(api.get("/accounting/connections/acn_2", token).problem()).isEqualTo("not-found");
    assertThat(api.audit.entries)
        .anyMatch(e -> e.action().equals("accounting.disconnected") && e.subject().equals("acn_2"));
  }

  @Test
  void isForThoseWhoSeeTheGeneralJournal() {
    String onsite = api.login("onsite@example.test").json().path("token").asText();
    String reading = api.token("accounting:read");

    Answer refused = api.get("/accounting/connections", onsite);

    assertThat(refused.problem()).isEqualTo("not-entitled");
    assertThat(refused.json().path("module").asText()).isEqualTo("general_journalxxx");
    assertThat(api.get("/accounting/connections", reading).status()).isEqualTo(200);
    assertThat(
            api.send("POST", "/accounting/connections", reading, "{\"system\": \"xero\"}")
                .problem())
        .isEqualTo("insufficient-scope");
  }
}
