package dev.camelentrata.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.api.ApiServer.Answer;
import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions over HTTP: opened, refused, refreshed, closed. */
class SessionsRouteTest {

  private static ApiServer api;

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
  }

  @Test
  void opensASessionAndTellsTokenAndEntitlements() {
    Answer answer = api.login("robin@example.test");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"login\";q=20;w=60");
    JsonNode body = answer.json();
    assertThat(body.path("token").asText()).startsWith("ent_");
    assertThat(body.path("tokenType").asText()).isEqualTo("Bearer");
    assertThat(body.path("expiresAt").asText()).endsWith("Z");
    assertThat(body.path("scopes")).hasSameSizeAs(new Scopes(api.catalog, api.writes).all());
    assertThat(body.path("user").asText()).isEqualTo("Robin Example");
    assertThat(body.path("role").asText()).isEqualTo("Property Manager");
    assertThat(body.path("company").asText()).isEqualTo("sandbox");
    assertThat(body.path("propertyIds").toString()).isEqualTo("[\"1001\",\"1002\"]");
    assertThat(body.path("sessionId").asText()).startsWith("ps-");
  }

  @Test
  void givesNoScopeWhoseModuleThePortalDoesNotShow() {
    List<String> scopes = new ArrayList<>();
    api.login("onsite@example.test").json().path("scopes").forEach(s -> scopes.add(s.asText()));

    assertThat(scopes)
        .contains("leases:read", "units:read", "sync:read", "events:read")
        .doesNotContain("ledger-transactions:read", "users:read", "vendors:read", "sync:write");
  }

  @Test
  void refusesATokenForNothingButWhatThePortalDoesNotShow() {
    Answer answer =
        api.post(
            "/sessions",
            """
            {"company": "sandbox", "username": "onsite@example.test", "password": "p",
             "scopes": ["ledger-transactions:read"]}""");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("not-entitled");
    assertThat(answer.json().path("module").asText()).isEqualTo("ar_paymentsxxx");
  }

  @Test
  void handsTheSecondFactorToThePortal() {
    api.post(
        "/sessions",
        """
        {"company": "acme", "username": "u", "password": "p", "mfa": {"code": "123456"}}""");
    api.post(
        "/sessions",
        """
        {"company": "acme", "username": "u", "password": "p",
         "mfa": {"totpSecret": "jbsw y3dp ehpk 3pxp"}}""");

    assertThat(api.portal.opened)
        .containsExactly(
            new PortalAccount("acme", "u", new Credential("p", new Mfa.Code("123456"))),
            new PortalAccount("acme", "u", new Credential("p", new Mfa.Totp("JBSWY3DPEHPK3PXP"))));
  }

  @Test
  void listsEverythingThatIsWrongAtOnce() {
    Answer answer =
        api.post(
            "/sessions",
            """
            {"company": 7, "password": "", "colour": "red", "scopes": ["units:read", "all"],
             "mfa": {"code": "x", "pin": 1}}""");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-request");
    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder(
            "/company", "/username", "/password", "/mfa/code", "/mfa/pin", "/scopes/1", "/colour");
    assertThat(api.portal.opened).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"company\": \"acme\",,}|malformed-json",
        "[1]|malformed-json",
        "{} {}|malformed-json",
        "{\"a\": 1, \"a\": 2}|malformed-json",
      })
  void refusesWhatIsNoJsonObject(String body, String problem) {
    Answer answer = api.post("/sessions", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo(problem);
  }

  @Test
  void refusesAnEmptyBody() {
    Answer answer = api.post("/sessions", "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("malformed-json");
  }

  @Test
  void neverEchoesAPassword() {
    Answer answer = api.post("/sessions", "{\"password\": \"hunter2-secret\" oops}");

    assertThat(answer.http().body()).doesNotContain("hunter2");
  }

  @Test
  void refusesOtherMediaTypes() {
    Answer answer =
        api.send(
            api.request("/sessions")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("company=acme")));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.problem()).isEqualTo("unsupported-media-type");
  }

  @Test
  void refusesABodyBeyondOneMebibyte() {
    Answer answer = api.post("/sessions", " ".repeat(1_048_577));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("body-too-large");
  }

  @Test
  void opensTheSandboxAccountWithoutAKey() {
    Answer answer = api.post("/sessions", "{\"account\": \"sandbox-service\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(api.portal.opened).containsExactly("sandbox-service");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acme-open|null|entrata.account.acme-open.key",
        "acme-nightly|null|entrata.account.acme-nightly.key",
        "acme-nightly|\"wrong\"|entrata.account.acme-nightly.key",
      })
  void refusesAConfiguredAccountWithoutItsKey(String account, String key, String property) {
    String body =
        "{\"account\": \"" + account + "\"" + (key.equals("null") ? "" : ", \"key\": " + key) + "}";
    Answer answer = api.post("/sessions", body);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("account-key-required");
    assertThat(answer.json().path("detail").asText()).contains(property);
    assertThat(api.portal.opened).isEmpty();
  }

  @Test
  void opensAConfiguredAccountWithItsKey() {
    Answer answer =
        api.post("/sessions", "{\"account\": \"acme-nightly\", \"key\": \"nightly-key\"}");

    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void refusesAnUnknownAccountAndALoginBesideAnAccount() {
    Answer unknown = api.post("/sessions", "{\"account\": \"nobody\"}");
    Answer both = api.post("/sessions", "{\"account\": \"sandbox-service\", \"password\": \"p\"}");

    assertThat(unknown.json().path("errors").findValuesAsText("pointer"))
        .containsExactly("/account");
    assertThat(both.json().path("errors").findValuesAsText("pointer")).containsExactly("/password");
  }

  @Test
  void refusesACompanyThatIsNotConfigured() {
    Answer answer =
        api.post(
            "/sessions",
            """
            {"company": "elsewhere", "username": "u", "password": "p"}""");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .containsExactly("/company");
    assertThat(api.audit.entries.get(0).outcome()).isEqualTo("invalid-request");
    assertThat(api.portal.opened).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PortalProblem.class)
  void answersEveryProblemOfThePortal(PortalProblem problem) {
    api.portal.failNext(PortalException.of(problem, "Do this."));

    Answer answer = api.login("robin@example.test");

    ProblemType type = ProblemType.of(problem);
    assertThat(answer.status()).isEqualTo(type.status());
    assertThat(answer.problem()).isEqualTo(problem.slug());
    assertThat(answer.json().path("detail").asText()).isEqualTo("Do this.");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(api.portal.opened).as("a login is never repeated").hasSize(1);
  }

  @Test
  void tellsTheMethodsOfTheSecondFactor() {
    api.portal.failNext(
        PortalException.of(PortalProblem.MFA_REQUIRED, "Send a code.")
            .withMfaMethods(List.of("totp", "email")));

    Answer answer = api.login("robin@example.test");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("methods").toString()).isEqualTo("[\"totp\",\"email\"]");
  }

  @Test
  void limitsLoginsPerAddress() {
    for (int i = 0; i < ApiServer.LOGINS_PER_MINUTE; i++) {
      assertThat(api.login("robin@example.test").status()).isEqualTo(201);
    }

    Answer answer = api.login("robin@example.test");

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.problem()).isEqualTo("quota-exceeded");
    assertThat(answer.header("Retry-After")).isEqualTo("60");
    assertThat(answer.header("RateLimit")).isEqualTo("\"login\";r=0;t=60");
    api.clock.advance(Duration.ofSeconds(60));
    assertThat(api.login("robin@example.test").status()).isEqualTo(201);
  }

  @Test
  void refreshesATokenAndLetsTheOldOneRunOut() {
    String old = api.token();

    Answer answer = api.send("POST", "/sessions/refresh", old, null);

    assertThat(answer.status()).isEqualTo(200);
    String fresh = answer.json().path("token").asText();
    assertThat(fresh).isNotEqualTo(old);
    assertThat(api.get("/properties", old).status()).isEqualTo(200);
    api.clock.advance(Duration.ofSeconds(61));
    assertThat(api.get("/properties", old).problem()).isEqualTo("token-invalid");
    assertThat(api.get("/properties", fresh).status()).isEqualTo(200);
  }

  @Test
  void doesNotRenewTheQuotaByARefresh() {
    String old = api.token();
    for (int i = 0; i < 9; i++) {
      api.get("/properties", old);
    }

    String fresh = api.send("POST", "/sessions/refresh", old, null).json().path("token").asText();

    assertThat(api.get("/properties", fresh).header("RateLimit"))
        .startsWith("\"token\";r=" + (ApiServer.REQUESTS_PER_MINUTE - 11));
  }

  @Test
  void closesThePortalSessionWithItsLastToken() {
    String first = api.login("same@example.test").json().path("token").asText();
    String second = api.login("same@example.test").json().path("token").asText();

    assertThat(api.send("DELETE", "/sessions/current", first, null).status()).isEqualTo(204);
    assertThat(api.portal.closed).isEmpty();
    assertThat(api.get("/properties", first).status()).isEqualTo(401);

    Answer last = api.send("DELETE", "/sessions/current", second, null);
    assertThat(last.status()).isEqualTo(204);
    assertThat(last.http().body()).isEmpty();
    assertThat(api.portal.closed).hasSize(1);
  }

  @Test
  void revokesTheTokenEvenIfThePortalDoesNotAnswer() {
    String token = api.token();
    api.portal.failNext(PortalException.of(PortalProblem.PORTAL_UNAVAILABLE, "Gone."));

    assertThat(api.send("DELETE", "/sessions/current", token, null).status()).isEqualTo(204);
    assertThat(api.get("/properties", token).problem()).isEqualTo("token-invalid");
  }

  @Test
  void writesAnAuditEntryForEachStepWithoutPersonalData() {
    String token = api.login("robin@example.test").json().path("token").asText();
    String fresh = api.send("POST", "/sessions/refresh", token, null).json().path("token").asText();
    api.send("DELETE", "/sessions/current", fresh, null);
    api.portal.failNext(PortalException.of(PortalProblem.ACCOUNT_LOCKED, "Unlock it."));
    api.login("robin@example.test");

    assertThat(api.audit.entries)
        .extracting(FakeAudit.Entry::action)
        .containsExactly(
            "session.opened", "session.refreshed", "session.closed", "session.refused");
    assertThat(api.audit.entries.get(0).remote()).isEqualTo("127.0.0.1");
    assertThat(api.audit.entries.get(0).details()).isEqualTo(Map.of("company", "sandbox"));
    assertThat(api.audit.entries.get(3).outcome()).isEqualTo("account-locked");
    assertThat(api.audit.entries.toString())
        .doesNotContain("robin@example.test", "pass-word", token, fresh);
  }
}
