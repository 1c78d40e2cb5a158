package dev.camelentrata.accounting.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Access tokens of one connection with the sandbox's books, in memory. */
final class SandboxTokens implements AccessTokenSource {

  private static final String REDIRECT = "http://127.0.0.1:9/callback";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI token;
  private String access;
  private String refresh;
  final AtomicInteger renewals = new AtomicInteger();

  /** Has somebody allow us to work in these books. */
  SandboxTokens(URI portal, SystemKind kind, String organisation) {
    boolean quickBooks = kind == SystemKind.QUICKBOOKS;
    URI authorize =
        portal.resolve(
            quickBooks ? "/quickbooks/connect/oauth2" : "/xero/identity/connect/authorize");
    token =
        portal.resolve(quickBooks ? "/quickbooks/oauth2/v1/tokens/bearer" : "/xero/connect/token");
    HttpResponse<String> allowed =
        post(
            authorize,
            Map.of(
                "client_id",
                "sandbox-client",
                "redirect_uri",
                REDIRECT,
                "scope",
                quickBooks
                    ? "com.intuit.quickbooks.accounting"
                    : "offline_access accounting.manualjournals accounting.banktransactions"
                        + " accounting.invoices accounting.payments"
                        + " accounting.settings",
                "state",
                "s",
                "organisation",
                organisation,
                "decide",
                "allow"));
    String location = allowed.headers().firstValue("location").orElseThrow();
    String code = location.replaceFirst(".*[?&]code=([^&]+).*", "$1");
    keep(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            java.net.URLDecoder.decode(code, StandardCharsets.UTF_8),
            "redirect_uri",
            REDIRECT));
  }

  @Override
  public synchronized String token() {
    return access;
  }

  @Override
  public synchronized String renewed(String refused) {
    if (refused.equals(access)) {
      renewals.incrementAndGet();
      keep(Map.of("grant_type", "refresh_token", "refresh_token", refresh));
    }
    return access;
  }

  private void keep(Map<String, String> form) {
    HttpResponse<String> answer = post(token, form);
    try {
      JsonNode json = new ObjectMapper().readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new ConnectionBrokenException("con_1", json.path("error").asText());
      }
      access = json.path("access_token").asText();
      refresh = json.path("refresh_token").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> post(URI uri, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            "sandbox-client:sandbox-secret".getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
