package dev.camelentrata.accounting.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.SystemKind;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Somebody who agrees on the pages of the sandbox's accounting systems. */
final class SandboxPerson {

  private static final String CALLBACK = "http://127.0.0.1:8080/accounting/connections/callback";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI sandbox;

  SandboxPerson(URI sandbox) {
    this.sandbox = sandbox;
  }

  Map<SystemKind, OAuthSettings> systems() {
    Map<SystemKind, OAuthSettings> systems = new EnumMap<>(SystemKind.class);
    systems.put(
        SystemKind.QUICKBOOKS,
        settings(
            at("/quickbooks").toString(),
            "/connect/oauth2",
            "/oauth2/v1/tokens/bearer",
            "/v2/oauth2/tokens/revoke",
            "",
            "com.intuit.quickbooks.accounting"));
    systems.put(
        SystemKind.XERO,
        settings(
            at("/xero").toString(),
            "/identity/connect/authorize",
            "/connect/token",
            "/connect/revocation",
            "/connections",
            "offline_access accounting.manualjournals accounting.settings.read"));
    return systems;
  }

  URI at(String path) {
    return sandbox.resolve(path);
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

  /** Opens the page, agrees, and is sent back. */
  Connection connects(ConnectBeans connect, SystemKind system)
      throws IOException, InterruptedException {
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

  /** Has the stand-in do this; tells how it is then. */
  JsonNode control(SystemKind system, String what) throws IOException, InterruptedException {
    return new ObjectMapper()
        .readTree(post(at("/__sandbox/books/" + system.slug() + "/" + what), "").body());
  }

  private HttpResponse<String> post(URI uri, String form) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  JsonNode books(SystemKind system) throws IOException, InterruptedException {
    URI uri = at("/__sandbox/books/" + system.slug());
    return new ObjectMapper()
        .readTree(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
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
