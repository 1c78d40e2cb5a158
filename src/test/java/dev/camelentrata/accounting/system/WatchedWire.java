package dev.camelentrata.accounting.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Between our clients and the sandbox: sees every call, and passes on what comes, or does not. */
final class WatchedWire implements AutoCloseable {

  private static final Set<String> OWN =
      Set.of("connection", "content-length", "host", "upgrade", "transfer-encoding", "date");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI target;
  private final Consumer<Sent> contract;
  private final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<AssertionError> broken = new ConcurrentLinkedQueue<>();

  /** A call of ours. */
  record Sent(String method, URI uri, Map<String, List<String>> headers, String body) {

    /** {@code POST /quickbooks/v3/company/1/batch}. */
    String line() {
      return method + " " + uri.getPath();
    }

    String query(String name) {
      for (String parameter : uri.getRawQuery().split("&")) {
        if (parameter.startsWith(name + "=")) {
          return parameter.substring(name.length() + 1);
        }
      }
      return null;
    }

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  WatchedWire(URI target, Consumer<Sent> contract) throws IOException {
    this.target = target;
    this.contract = contract;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Sent> sent() {
    return List.copyOf(sent);
  }

  List<Sent> posted() {
    return sent.stream().filter(call -> call.method().equals("POST")).toList();
  }

  void forget() {
    sent.clear();
    broken.clear();
  }

  /** Fails if any call broke the contract. */
  void requireContract() {
    broken.forEach(
        error -> {
          throw error;
        });
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Sent call =
        new Sent(
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            exchange.getRequestHeaders(),
            new String(body, StandardCharsets.UTF_8));
    sent.add(call);
    try {
      contract.accept(call);
    } catch (AssertionError e) {
      broken.add(e);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(call.uri().toString()))
            .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(body));
    call.headers()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                  values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
              });
      int length = answer.body().length;
      exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(answer.body());
    } catch (IOException e) {
      // What is dropped there is dropped here: the exchange ends without an answer.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
