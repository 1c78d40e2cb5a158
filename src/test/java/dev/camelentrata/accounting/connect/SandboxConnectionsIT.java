package dev.camelentrata.accounting.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.accounting.system.AccessTokenSource;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.ConnectionBrokenException;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import dev.camelentrata.security.AesSecretBox;
import dev.camelentrata.security.MasterKey;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections with the sandbox's stand-ins, by the page on which a person agrees. */
class SandboxConnectionsIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final String CALLBACK = "http://127.0.0.1:8080/accounting/connections/callback";
  private static final Viewer BOOKKEEPER =
      new Viewer("sandbox", Set.of("1001"), Set.of("general_journalxxx"));

  private final HttpClient http = HttpClient.newHttpClient();
  private final SettableClock clock = new SettableClock();
  private SandboxPortal sandbox;
  private ConnectBeans connect;

  @BeforeEach
  void open() {
    sandbox = SandboxPortal.start(SandboxSettings.defaults().withPort(0).withSize(1, 1), clock);
    String base = sandbox.baseUri().toString().replaceFirst("/$", "");
    Map<SystemKind, OAuthSettings> systems = new EnumMap<>(SystemKind.class);
    systems.put(
        SystemKind.QUICKBOOKS,
        settings(
            base + "/quickbooks",
            "/connect/oauth2",
            "/oauth2/v1/tokens/bearer",
            "/v2/oauth2/tokens/revoke",
            "",
            "com.intuit.quickbooks.accounting"));
    systems.put(
        SystemKind.XERO,
        settings(
            base + "/xero",
            "/identity/connect/authorize",
            "/connect/token",
            "/connect/revocation",
            "/connections",
            "offline_access accounting.manualjournals"));
    connect =
        ConnectBeans.of(
            DATABASE.dataSource(), new AesSecretBox(MasterKey.random()), systems, Map.of(), clock);
  }

  private static OAuthSettings settings(
      String base, String page, String token, String revoke, String organisations, String scopes) {
    return new OAuthSettings(
        URI.create(base + page),
        URI.create(base + token),
        URI.create(base + revoke),
        URI.create(base + organisations),
        "sandbox-client",
        "sandbox-secret",
        List.of(scopes.split(" ")));
  }

  @AfterEach
  void close() throws IOException {
    connect.close();
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource(SystemKind.class)
  void connectsRenewsTellsABreakAndConnectsAnew(SystemKind system) throws Exception {
    Connection connection = connected(system);
    AccessTokenSource tokens = connect.tokens().tokens(connection);
    String first = tokens.token();
    clock.advance(Duration.ofHours(2));
    String second = tokens.token();
    String third = tokens.renewed(second);

    assertThat(connection.name()).isEqualTo("Sandbox Property Management");
    assertThat(Set.of(first, second, third)).hasSize(3);
    assertThat(connect.connections().disconnect(BOOKKEEPER, connection.id())).isTrue();
    assertThat(latest(connection).error()).isNull();
    assertThat(latest(connection).state()).isEqualTo(Connection.State.DISCONNECTED);
    assertThat(connected(system).id()).isEqualTo(connection.id());
    revokeAtTheSystem(system);
    AccessTokenSource anew = connect.tokens().tokens(connection);
    String last = anew.token();
    assertThatThrownBy(() -> anew.renewed(last))
        .isInstanceOf(ConnectionBrokenException.class)
        .hasMessageContaining("invalid_grant");
    assertThat(latest(connection).state()).isEqualTo(Connection.State.BROKEN);
  }

  private Connection latest(Connection connection) {
    return connect.connections().find(BOOKKEEPER, connection.id()).orElseThrow().connection();
  }

  /** As a person does: opens the page, agrees, and is sent back. */
  private Connection connected(SystemKind system) throws Exception {
    URI page =
        connect
            .connections()
            .begin(new ConnectRequest("sandbox", system, "ps-1", "tok-1", CALLBACK, null))
            .page();
    String html = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
    Element form = Jsoup.parse(html, page.toString()).selectFirst("form");
    Map<String, String> fields = new HashMap<>();
    form.select("input").forEach(input -> fields.put(input.attr("name"), input.val()));
    fields.put("organisation", form.selectFirst("option").val());
    fields.put("decide", "allow");
    HttpResponse<String> back = post(URI.create(form.absUrl("action")), encoded(fields));
    Map<String, String> answer =
        decoded(back.headers().firstValue("Location").orElseThrow().split("\\?", 2)[1]);
    Authorization authorization = connect.connections().redeem(answer.get("state"));
    return connect
        .connections()
        .complete(authorization, answer.get("code"), answer.get("realmId"))
        .get(0)
        .connection();
  }

  private void revokeAtTheSystem(SystemKind system) throws Exception {
    HttpResponse<String> answer =
        post(sandbox.baseUri().resolve("/__sandbox/books/" + system.slug() + "/revoke"), "");
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private HttpResponse<String> post(URI uri, String form) throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> decoded(String query) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }
}
