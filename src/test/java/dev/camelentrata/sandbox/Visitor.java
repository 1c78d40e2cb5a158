package dev.camelentrata.sandbox;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody at the sandbox portal, with plain HTTP and a cookie jar of their own. */
final class Visitor {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final byte[] SERVICE_KEY =
      "Hello!\u00de\u00ad\u00be\u00ef".getBytes(StandardCharsets.ISO_8859_1);

  final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

  private final URI portal;
  private final HttpClient http;

  Visitor(URI portal) {
    this.portal = portal;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  HttpResponse<String> get(String pathAndQuery) {
    return send(request(pathAndQuery).GET());
  }

  HttpResponse<String> post(String pathAndQuery, Map<String, String> form) {
    return send(form(pathAndQuery, form));
  }

  HttpRequest.Builder form(String pathAndQuery, Map<String, String> form) {
    return request(pathAndQuery)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
  }

  HttpRequest.Builder request(String pathAndQuery) {
    String uri = portal + pathAndQuery.replace("[", "%5B").replace("]", "%5D");
    return HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(10));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> logIn(String username, String password) {
    return post(
        "/?module=authenticationxxx&action=login",
        Map.of("company_user[username]", username, "company_user[password]", password));
  }

  HttpResponse<String> enterCode(String code) {
    return post("/?module=authenticationxxx&action=verify_mfa", Map.of("mfa_code", code));
  }

  Visitor asManager() {
    logIn("manager@sandbox.test", "manager-pass");
    return this;
  }

  Visitor asOnsite() {
    logIn("onsite@sandbox.test", "onsite-pass");
    return this;
  }

  /** The code that the service user's authenticator app shows at this moment. */
  static String codeAt(Instant at) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(new SecretKeySpec(SERVICE_KEY, "HmacSHA1"), at);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode unitsJson(String propertyId, int pageNo) {
    return json(
        post(
            "/?module=property_unitsxxx&action=get_units_json",
            Map.of("property[id]", propertyId, "next_page_no", Integer.toString(pageNo))));
  }

  HttpResponse<String> control(String method, String path, String body) {
    return send(
        request("/__sandbox" + path)
            .method(method, HttpRequest.BodyPublishers.ofString(body == null ? "" : body)));
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(response.body(), e);
    }
  }

  static Document html(HttpResponse<String> response) {
    return Jsoup.parse(response.body());
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
