package dev.camelentrata.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Counts what comes and how old it is: the time from an event's commit to its receiver. */
final class BenchReceiver implements AutoCloseable {

  private static final int MOST = 1_000_000;
  private static final String TIME = "\"timestamp\":\"";

  private final Clock clock = Clock.systemUTC();
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpServer server;
  private final int[] micros = new int[MOST];
  private int count;

  BenchReceiver() {
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(
                request ->
                    request.bodyHandler(
                        body -> {
                          note(body.toString());
                          request.response().setStatusCode(204).end();
                        }))
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  private synchronized void note(String body) {
    int start = body.indexOf(TIME) + TIME.length();
    Instant at = Instant.parse(body.substring(start, body.indexOf('"', start)));
    micros[count++] =
        (int) Math.min(Integer.MAX_VALUE, at.until(clock.instant(), ChronoUnit.MICROS));
    notifyAll();
  }

  synchronized void reset() {
    count = 0;
  }

  /** Waits until so many have come. */
  synchronized void await(int wanted) throws InterruptedException {
    while (count < wanted) {
      wait();
    }
  }

  /** The age that so many of a hundred do not exceed, in milliseconds. */
  synchronized double percentile(int percent) {
    int[] sorted = Arrays.copyOf(micros, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, count * percent / 100)] / 1_000.0;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.actualPort() + path;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
