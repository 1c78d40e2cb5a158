package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Permission to work in the books: given, renewed, taken back. */
class SandboxOAuthTest {

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(2, 5);

  private BooksVisitor visitor(String system) {
    return new BooksVisitor(sandbox.visitor(), system);
  }

  private static String read(String system) {
    return system.equals("xero") ? "Organisation" : "companyinfo/" + BooksVisitor.REALM;
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void aPersonAllowsAndTheCodeIsGoodOnce(String system) {
    BooksVisitor visitor = visitor(system);

    String location = visitor.allow("allow").headers().firstValue("Location").orElseThrow();
    String code = BooksVisitor.parameter(location, "code");
    HttpResponse<String> first = visitor.code(code, BooksVisitor.VERIFIER);

    assertThat(location).startsWith(BooksVisitor.BACK + "?");
    assertThat(BooksVisitor.parameter(location, "state")).isEqualTo("s+1");
    assertThat(BooksVisitor.parameter(location, "realmId"))
        .isEqualTo(system.equals("xero") ? null : BooksVisitor.REALM);
    assertThat(Visitor.json(first).path("expires_in").asInt())
        .isEqualTo(system.equals("xero") ? 1800 : 3600);
    HttpResponse<String> second = visitor.code(code, BooksVisitor.VERIFIER);
    assertThat(second.statusCode()).isEqualTo(400);
    assertThat(Visitor.json(second).path("error").asText()).isEqualTo("invalid_grant");
    visitor.take(first);
    assertThat(visitor.get(read(system)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void aPersonDenies(String system) {
    String location = visitor(system).allow("deny").headers().firstValue("Location").orElseThrow();

    assertThat(BooksVisitor.parameter(location, "error")).isEqualTo("access_denied");
    assertThat(BooksVisitor.parameter(location, "code")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void refusesAnotherVerifierAndForeignAddresses(String system) {
    BooksVisitor visitor = visitor(system);
    String location = visitor.allow("allow").headers().firstValue("Location").orElseThrow();

    HttpResponse<String> wrong =
        visitor.code(BooksVisitor.parameter(location, "code"), "another-verifier");

    assertThat(Visitor.json(wrong).path("error").asText()).isEqualTo("invalid_grant");
    assertThat(visitor.http.get(visitor.authorizePath("https://evil.example/")).statusCode())
        .isEqualTo(400);
    assertThat(
            visitor
                .http
                .post(
                    system.equals("xero")
                        ? "/xero/connect/token"
                        : "/quickbooks/oauth2/v1/tokens/bearer",
                    Map.of("grant_type", "refresh_token", "refresh_token", "x"))
                .statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void accessEndsAndRefreshTokensAreReplaced(String system) {
    BooksVisitor visitor = visitor(system).connect();
    String first = visitor.refresh;
    sandbox.clock.advance(Duration.ofHours(1));

    assertThat(visitor.get(read(system)).statusCode()).isEqualTo(401);
    visitor.take(visitor.refresh(first));
    assertThat(visitor.get(read(system)).statusCode()).isEqualTo(200);
    assertThat(visitor.refresh).isNotEqualTo(first);
    HttpResponse<String> again = visitor.refresh(first);
    assertThat(Visitor.json(again).path("error").asText()).isEqualTo("invalid_grant");
    JsonNode counters = visitor.state().path("counters");
    assertThat(counters.path("refreshes").asInt()).isEqualTo(1);
    assertThat(counters.path("refreshReuses").asInt()).isEqualTo(1);
    assertThat(counters.path("unauthorized").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void aUsedRefreshTokenIsGoodForAWhileIfSetSo(String system) {
    BooksVisitor visitor = visitor(system).connect();
    visitor.control("PUT", "", "{\"refreshGraceSeconds\": 60}");
    visitor.refresh(visitor.refresh);

    sandbox.clock.advance(Duration.ofSeconds(59));
    assertThat(visitor.refresh(visitor.refresh).statusCode()).isEqualTo(200);
    sandbox.clock.advance(Duration.ofSeconds(1));
    assertThat(visitor.refresh(visitor.refresh).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void whatIsTakenBackHoldsNoMore(String system) {
    BooksVisitor visitor = visitor(system).connect();

    visitor.control("POST", "/revoke", null);

    assertThat(visitor.get(read(system)).statusCode()).isEqualTo(401);
    assertThat(Visitor.json(visitor.refresh(visitor.refresh)).path("error").asText())
        .isEqualTo("invalid_grant");
    assertThat(visitor.state().path("connected").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickbooks", "xero"})
  void anAppGivesItsPermissionBack(String system) {
    BooksVisitor visitor = visitor(system).connect();
    String path =
        system.equals("xero") ? "/xero/connect/revocation" : "/quickbooks/v2/oauth2/tokens/revoke";

    HttpResponse<String> revoked =
        visitor.http.send(
            visitor
                .http
                .form(path, Map.of("token", visitor.refresh))
                .header("Authorization", "Basic c2FuZGJveC1jbGllbnQ6c2FuZGJveC1zZWNyZXQ="));

    assertThat(revoked.statusCode()).isEqualTo(200);
    assertThat(visitor.get(read(system)).statusCode()).isEqualTo(401);
  }
}
