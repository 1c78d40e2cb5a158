package dev.camelentrata.portal.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server whose every answer a test writes itself. */
public final class FakePortal implements AutoCloseable {

  /** Writes the answer to a call. */
  public interface Answer {
    void to(HttpExchange call, String form) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> forms = new CopyOnWriteArrayList<>();
  private volatile Answer answer = (call, form) -> reply(call, 200, "text/html", "ok");

  public FakePortal() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void answers(Answer next) {
    answer = next;
  }

  public void answers(int status, String type, String body) {
    answers((call, form) -> reply(call, status, type, body));
  }

  /** The form bodies of all calls. */
  public List<String> forms() {
    return forms;
  }

  public static void reply(HttpExchange call, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", type);
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  private void handle(HttpExchange call) throws IOException {
    String form = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    forms.add(form);
    answer.to(call, form);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
