package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.books.BooksAnswer;
import dev.camelentrata.sandbox.books.BooksCall;
import dev.camelentrata.sandbox.books.SandboxBooks;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the calls of the accounting systems. For one event loop. */
final class BooksServer {

  private static final Logger LOG = LoggerFactory.getLogger(BooksServer.class);

  /** As Xero has it. */
  static final int LARGEST_BODY = 3_500_000;

  private final Vertx vertx;
  private final SandboxBooks books;

  BooksServer(Vertx vertx, SandboxBooks books) {
    this.vertx = vertx;
    this.books = books;
  }

  boolean serves(String path) {
    return books.serves(path);
  }

  void handle(HttpServerRequest request, Buffer body) {
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    SandboxBooks.Turn turn =
        books.begin(
            new BooksCall(
                request.method().name(),
                request.path(),
                new QueryStringDecoder(request.uri()).parameters(),
                headers,
                body.toString(StandardCharsets.UTF_8)));
    if (turn.delayMillis() > 0) {
      vertx.setTimer(turn.delayMillis(), timer -> finish(request, turn));
    } else {
      finish(request, turn);
    }
  }

  private void finish(HttpServerRequest request, SandboxBooks.Turn turn) {
    HttpServerResponse response = request.response();
    Optional<BooksAnswer> answer;
    try {
      answer = books.finish(turn);
    } catch (RuntimeException e) {
      LOG.error("The sandbox's books failed to answer {}", request.path(), e);
      response.setStatusCode(500).end();
      return;
    }
    if (answer.isEmpty()) {
      request.connection().close();
    } else if (!response.closed() && !response.ended()) {
      response.setStatusCode(answer.get().status());
      answer.get().headers().forEach(response::putHeader);
      response.putHeader("Cache-Control", "no-store").end(answer.get().body());
    }
  }
}
