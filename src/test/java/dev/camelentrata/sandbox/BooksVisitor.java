package dev.camelentrata.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** An app at one of the sandbox's accounting systems. */
final class BooksVisitor {

  static final String REALM = "9341450000000001";
  static final String TENANT = "70784a63-d24b-46a9-a4db-0e70a274b056";
  static final String BACK = "http://127.0.0.1:9/back";
  static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";

  private static final String SCOPES =
      "com.intuit.quickbooks.accounting offline_access accounting.settings"
          + " accounting.transactions";

  final Visitor http;
  final String system;
  String access;
  String refresh;

  BooksVisitor(Visitor http, String system) {
    this.http = http;
    this.system = system;
  }

  static BooksVisitor quickbooks(RunningSandbox sandbox) {
    return new BooksVisitor(sandbox.visitor(), "quickbooks").connect();
  }

  static BooksVisitor xero(RunningSandbox sandbox) {
    return new BooksVisitor(sandbox.visitor(), "xero").connect();
  }

  BooksVisitor connect() {
    String code = parameter(allow("allow").headers().firstValue("Location").orElseThrow(), "code");
    take(code(code, VERIFIER));
    return this;
  }

  /** Opens the page on which permission is given, and presses a button. */
  HttpResponse<String> allow(String decision) {
    HttpResponse<String> page = http.get(authorizePath(BACK));
    Map<String, String> form = new LinkedHashMap<>();
    for (Element input : Visitor.html(page).select("input")) {
      form.put(input.attr("name"), input.attr("value"));
    }
    form.put("organisation", Visitor.html(page).selectFirst("option").attr("value"));
    form.put("decide", decision);
    return http.post(Visitor.html(page).selectFirst("form").attr("action"), form);
  }

  String authorizePath(String redirect) {
    return (system.equals("xero")
            ? "/xero/identity/connect/authorize"
            : "/quickbooks/connect/oauth2")
        + "?client_id=sandbox-client&response_type=code&state=s%2B1&redirect_uri="
        + encoded(redirect)
        + "&scope="
        + encoded(SCOPES)
        + "&code_challenge_method=S256&code_challenge="
        + challenge();
  }

  HttpResponse<String> code(String code, String verifier) {
    return token(
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", BACK,
            "code_verifier", verifier));
  }

  HttpResponse<String> refresh(String token) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  HttpResponse<String> token(Map<String, String> form) {
    String path =
        system.equals("xero") ? "/xero/connect/token" : "/quickbooks/oauth2/v1/tokens/bearer";
    String basic =
        Base64.getEncoder()
            .encodeToString("sandbox-client:sandbox-secret".getBytes(StandardCharsets.UTF_8));
    return http.send(http.form(path, form).header("Authorization", "Basic " + basic));
  }

  void take(HttpResponse<String> tokens) {
    access = Visitor.json(tokens).path("access_token").textValue();
    refresh = Visitor.json(tokens).path("refresh_token").textValue();
  }

  HttpResponse<String> get(String path) {
    return call("GET", path, null);
  }

  HttpResponse<String> post(String path, String body) {
    return call("POST", path, body);
  }

  /** A call of the API, below the company or version. */
  HttpResponse<String> call(String method, String path, String body, String... headers) {
    return http.send(request(method, path, body, headers));
  }

  HttpRequest.Builder request(String method, String path, String body, String... headers) {
    String root =
        system.equals("xero") ? "/xero/api.xro/2.0/" : "/quickbooks/v3/company/" + REALM + "/";
    HttpRequest.Builder request =
        http.request(root + path)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + access)
            .header("Content-Type", "application/json");
    if (system.equals("xero")) {
      request.header("xero-tenant-id", TENANT);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  JsonNode state() {
    return Visitor.json(http.control("GET", "/books/" + system, null));
  }

  JsonNode entries() {
    return Visitor.json(http.control("GET", "/books/" + system + "/entries", null));
  }

  HttpResponse<String> control(String method, String path, String body) {
    return http.control(method, "/books/" + system + path, body);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String parameter(String location, String name) {
    for (String pair : URI.create(location).getRawQuery().split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return null;
  }

  private static String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
