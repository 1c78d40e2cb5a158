package dev.camelentrata.accounting.connect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.camelentrata.accounting.system.SystemKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A system that gives permissions, rotates refresh tokens and takes none twice; both vendors in
 * one, told apart by their paths.
 */
final class OAuthServer implements AutoCloseable {

  static final String CLIENT = "made-up-client";
  static final String SECRET = "made-up-secret";

  final AtomicInteger refreshes = new AtomicInteger();
  final AtomicInteger reused = new AtomicInteger();
  final List<String> revoked = new CopyOnWriteArrayList<>();
  final List<String> left = new CopyOnWriteArrayList<>();

  /** What every answer to a refresh waits for. */
  volatile CountDownLatch gate = new CountDownLatch(0);

  /** What the next refresh is answered with instead of tokens. */
  volatile String failure;

  volatile boolean losesAnswers;
  volatile String tenants =
      """
      [{"id": "link-1", "tenantId": "tenant-1", "tenantName": "Oak Holdings"},
       {"id": "link-2", "tenantId": "tenant-2", "tenantName": "Elm Holdings"}]""";

  private final Map<String, String> challenges = new ConcurrentHashMap<>();
  private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  OAuthServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/token", exchange -> answer(exchange, this::token));
    server.createContext("/revoke", exchange -> answer(exchange, this::revoke));
    server.createContext("/v3/company/", exchange -> answer(exchange, this::company));
    server.createContext("/connections", exchange -> answer(exchange, this::connections));
    server.start();
  }

  OAuthSettings settings(SystemKind system) {
    return new OAuthSettings(
        at("/authorize"),
        at("/token"),
        at("/revoke"),
        system == SystemKind.XERO ? at("/connections") : at(""),
        CLIENT,
        SECRET,
        List.of("books.write", "offline_access"));
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** The person agrees on the page; gives the code. */
  String agree(URI page) {
    Map<String, String> query = form(page.getRawQuery());
    String code = "code-" + next.incrementAndGet();
    challenges.put(code, query.get("code_challenge") + " " + query.get("redirect_uri"));
    return code;
  }

  private record Answer(int status, String body) {}

  private interface Handler {
    Answer handle(HttpExchange exchange, Map<String, String> form) throws IOException;
  }

  private void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Answer answer = handler.handle(exchange, form(body));
      if (losesAnswers) {
        return;
      }
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer token(HttpExchange exchange, Map<String, String> form) {
    String basic =
        Base64.getEncoder()
            .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return new Answer(401, "{\"error\": \"invalid_client\"}");
    }
    return form.get("grant_type").equals("refresh_token") ? refreshed(form) : exchanged(form);
  }

  private Answer exchanged(Map<String, String> form) {
    String wanted = challenges.remove(form.get("code"));
    String shown = Consent.hash(form.get("code_verifier")) + " " + form.get("redirect_uri");
    return shown.equals(wanted) ? tokens() : new Answer(400, "{\"error\": \"invalid_grant\"}");
  }

  private Answer refreshed(Map<String, String> form) {
    refreshes.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      String[] parts = failure.split(" ", 2);
      failure = null;
      return new Answer(Integer.parseInt(parts[0]), parts[1]);
    }
    if (refreshTokens.remove(form.get("refresh_token")) == null) {
      reused.incrementAndGet();
      return new Answer(400, "{\"error\": \"invalid_grant\"}");
    }
    return tokens();
  }

  /** A token that was taken out of use is good again: the grace that some systems give. */
  void keep(String refreshToken) {
    refreshTokens.put(refreshToken, "");
  }

  private Answer tokens() {
    int number = next.incrementAndGet();
    refreshTokens.put("refresh-" + number, "");
    return new Answer(
        200,
        """
        {"access_token": "access-%d", "refresh_token": "refresh-%d", "token_type": "bearer",
         "expires_in": 3600, "x_refresh_token_expires_in": 8640000}"""
            .formatted(number, number));
  }

  private Answer revoke(HttpExchange exchange, Map<String, String> form) {
    revoked.add(form.get("token"));
    return new Answer(refreshTokens.remove(form.get("token")) == null ? 400 : 200, "");
  }

  private Answer company(HttpExchange exchange, Map<String, String> form) {
    return exchange.getRequestURI().getPath().endsWith("/123145/companyinfo/123145")
        ? new Answer(200, "{\"CompanyInfo\": {\"CompanyName\": \"Oak Holdings LLC\"}}")
        : new Answer(403, "{}");
  }

  private Answer connections(HttpExchange exchange, Map<String, String> form) {
    if (exchange.getRequestMethod().equals("DELETE")) {
      String path = exchange.getRequestURI().getPath();
      left.add(path.substring(path.lastIndexOf('/') + 1));
      return new Answer(204, "");
    }
    return new Answer(200, tenants);
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
