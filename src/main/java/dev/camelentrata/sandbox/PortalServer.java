package dev.camelentrata.sandbox;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes HTTP requests apart, hands them on, and writes the answers. For one event loop. */
final class PortalServer {

  private static final Logger LOG = LoggerFactory.getLogger(PortalServer.class);
  private static final int LARGEST_BODY = 1_000_000;
  private static final int LONGEST_HOLD_MILLIS = 60_000;
  private static final int LARGEST_FILES = 27_000_000;

  private final Vertx vertx;
  private final PortalPipeline pipeline;
  private final ControlApi control;
  private final HeldCalls held;
  private final BooksServer books;
  private final Assets assets = new Assets();

  PortalServer(
      Vertx vertx, PortalPipeline pipeline, ControlApi control, HeldCalls held, BooksServer books) {
    this.held = held;
    this.books = books;
    this.vertx = vertx;
    this.pipeline = pipeline;
    this.control = control;
  }

  void handle(HttpServerRequest request) {
    Buffer body = Buffer.buffer();
    int largest =
        books.serves(request.path())
            ? BooksServer.LARGEST_BODY
            : SentForm.hasFiles(contentType(request)) ? LARGEST_FILES : LARGEST_BODY;
    request.handler(
        part -> {
          if (body.length() + part.length() <= largest) {
            body.appendBuffer(part);
          } else if (!request.response().ended()) {
            send(request, plainPage(413, "The request is larger than this portal takes."));
          }
        });
    request.endHandler(
        end -> {
          if (!request.response().ended()) {
            route(request, body);
          }
        });
  }

  private void route(HttpServerRequest request, Buffer body) {
    String path = request.path();
    try {
      if (path.equals("/")) {
        portal(request, body);
      } else if (books.serves(path)) {
        books.handle(request, body);
      } else if (path.startsWith(ControlApi.ROOT)) {
        send(
            request,
            control.answer(
                request.method().name(),
                path,
                request::getParam,
                body.toString(StandardCharsets.UTF_8)));
      } else {
        send(request, assets.find(path).orElseGet(() -> plainPage(404, "There is no such page.")));
      }
    } catch (RuntimeException e) {
      failed(request, e);
    }
  }

  private void portal(HttpServerRequest request, Buffer body) {
    if (!List.of("GET", "POST").contains(request.method().name())) {
      send(
          request,
          plainPage(405, "This portal answers to GET and POST.").header("Allow", "GET, POST"));
      return;
    }
    PortalCall call;
    try {
      call = call(request, body);
    } catch (IllegalArgumentException e) {
      send(request, plainPage(400, "The address or form cannot be read."));
      return;
    }
    String sessionId =
        SessionCookies.parse(call.header("cookie")).getOrDefault(SessionCookies.SESSION, "");
    PortalPipeline.Passage passage = pipeline.begin(call);
    if (passage.held()) {
      hold(request, passage, sessionId);
    } else if (passage.delayMillis() > 0) {
      vertx.setTimer(passage.delayMillis(), timer -> finish(request, passage, sessionId));
    } else {
      finish(request, passage, sessionId);
    }
  }

  private void hold(HttpServerRequest request, PortalPipeline.Passage passage, String sessionId) {
    int id =
        held.hold(
            passage.module(),
            passage.action(),
            carriedOut -> {
              if (carriedOut) {
                finish(request, passage, sessionId);
              } else {
                pipeline.end();
                request.connection().close();
              }
            });
    vertx.setTimer(LONGEST_HOLD_MILLIS, timer -> held.letGo(id, true));
  }

  private void finish(HttpServerRequest request, PortalPipeline.Passage passage, String sessionId) {
    try {
      Reply reply = pipeline.answer(passage, sessionId);
      if (reply == null) {
        request.connection().close();
      } else {
        send(request, reply);
      }
    } catch (RuntimeException e) {
      failed(request, e);
    } finally {
      pipeline.end();
    }
  }

  private static PortalCall call(HttpServerRequest request, Buffer body) {
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    Map<String, List<String>> query = new QueryStringDecoder(request.uri()).parameters();
    SentForm form = SentForm.read(contentType(request), body);
    return new PortalCall(
        request.method().name(), request.uri(), query, form.fields(), form.files(), headers);
  }

  private static String contentType(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type == null ? "" : type;
  }

  private void send(HttpServerRequest request, Reply reply) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(reply.status());
    reply.headers().forEach(response::putHeader);
    if (!reply.cookies().isEmpty()) {
      response.putHeader("Set-Cookie", reply.cookies());
    }
    if (!reply.headers().containsKey("Cache-Control")) {
      response.putHeader("Cache-Control", "no-store");
    }
    if (reply.file() != null) {
      response.end(reply.file());
    } else if (reply.pieces() == null) {
      response.end(reply.body());
    } else {
      response.setChunked(true);
      sendPieces(request, reply.pieces());
    }
  }

  /** Sends a piece at a time, as fast as they are taken, and lets other calls have their turn. */
  private void sendPieces(HttpServerRequest request, Iterator<String> pieces) {
    HttpServerResponse response = request.response();
    try {
      if (response.closed()) {
        return;
      }
      if (!pieces.hasNext()) {
        response.end();
      } else {
        response.write(pieces.next());
        if (response.writeQueueFull()) {
          response.drainHandler(drained -> sendPieces(request, pieces));
        } else {
          vertx.runOnContext(next -> sendPieces(request, pieces));
        }
      }
    } catch (RuntimeException e) {
      LOG.error("The sandbox portal failed in the midst of a file", e);
      request.connection().close();
    }
  }

  private void failed(HttpServerRequest request, RuntimeException e) {
    LOG.error("The sandbox portal failed to answer {}", request.path(), e);
    send(request, plainPage(500, "Something went wrong. The sandbox's log says what."));
  }

  private static Reply plainPage(int status, String message) {
    return PageFrame.bare(
        status,
        "Not available",
        html ->
            html.raw("<p class=\"alert error slim\" role=\"alert\">").text(message).raw("</p>"));
  }
}
