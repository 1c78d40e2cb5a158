package dev.camelentrata.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A receiver that notes what came in the order in which it came, at the cost of a few bytes. */
final class CountingReceiver implements AutoCloseable {

  private static final Pattern DATA =
      Pattern.compile("\"entityId\":\"([^\"]*)\".*\"sequence\":(\\d+)", Pattern.DOTALL);

  /** One request. */
  record Received(String id, String thing, int sequence) {}

  private final List<Received> received = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final long delayMillis;
  private final int failEvery;

  /** Takes so long for each answer, and fails every so many times; 0 for never. */
  CountingReceiver(long delayMillis, int failEvery) {
    this.delayMillis = delayMillis;
    this.failEvery = failEvery;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher data = DATA.matcher(body);
    if (!data.find()) {
      throw new IOException("no event: " + body);
    }
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    boolean fails = note(new Received(id, data.group(1), Integer.parseInt(data.group(2))));
    long end = System.nanoTime() + delayMillis * 1_000_000;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    exchange.sendResponseHeaders(fails ? 500 : 204, -1);
    exchange.close();
    if (!fails) {
      synchronized (received) {
        answered.add(id);
      }
    }
  }

  private boolean note(Received request) {
    synchronized (received) {
      received.add(request);
      ids.add(request.id());
      return failEvery > 0 && received.size() % failEvery == 0;
    }
  }

  List<Received> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  /** How many different events came. */
  int distinct() {
    synchronized (received) {
      return ids.size();
    }
  }

  /** How many different events were answered well. */
  int answered() {
    synchronized (received) {
      return answered.size();
    }
  }

  Map<String, List<Received>> byThing() {
    return received().stream().collect(Collectors.groupingBy(Received::thing));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
