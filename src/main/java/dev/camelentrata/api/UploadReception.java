package dev.camelentrata.api;

import dev.camelentrata.upload.Intake;
import dev.camelentrata.upload.Receiving;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.HttpMessage;

/**
 * Receives the content of uploads piece by piece to disk, before the route and the limit of other
 * bodies. The route asks {@link #take} what came of it. Safe for use by many threads.
 */
final class UploadReception {

  private static final String PATH = "/uploads/:uploadId/content";
  private static final int RIGHT_AFTER_THE_FRONT = -999;
  private static final long LONGEST_MILLIS = Duration.ofMinutes(15).toMillis();

  private final Receiving receiving;
  private final Map<HttpServerRequest, Outcome> outcomes = new ConcurrentHashMap<>();

  /** What was received, or why it was not. */
  private record Outcome(Intake intake, Throwable failure) {}

  UploadReception(Receiving receiving) {
    this.receiving = receiving;
  }

  void mount(Router router) {
    router.put(PATH).order(RIGHT_AFTER_THE_FRONT).handler(this::receive);
  }

  /** The intake of this request; throws if its content was not to be received. */
  Intake take(Exchange exchange) {
    Outcome outcome = null;
    if (exchange.getMessage() instanceof HttpMessage message) {
      outcome = outcomes.remove(message.getRequest());
    }
    if (outcome == null) {
      throw new IllegalStateException("the content did not pass the reception");
    }
    if (outcome.failure() instanceof RuntimeException refused) {
      throw refused;
    }
    if (outcome.failure() != null) {
      throw new IllegalStateException("the content could not be received", outcome.failure());
    }
    return outcome.intake();
  }

  private void receive(RoutingContext call) {
    HttpServerRequest request = call.request();
    request.pause();
    String id = call.pathParam("uploadId");
    long length = length(request);
    call.vertx()
        .executeBlocking(
            () ->
                receiving.expect(
                    id,
                    request.getParam("expires"),
                    request.getParam("signature"),
                    length,
                    request.getHeader("Content-Digest")),
            false)
        .onSuccess(intake -> write(call, intake))
        .onFailure(refused -> refuse(call, refused));
  }

  private static long length(HttpServerRequest request) {
    try {
      String length = request.getHeader("Content-Length");
      return length == null ? -1 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private void write(RoutingContext call, Intake intake) {
    call.addEndHandler(ended -> discard(call, intake));
    call.vertx()
        .fileSystem()
        .open(intake.file().toString(), new OpenOptions().setTruncateExisting(true))
        .onSuccess(file -> pour(call, intake, file))
        .onFailure(failed -> refuse(call, failed));
  }

  /** What the route did not take, because the caller went away, leaves nothing behind either. */
  private void discard(RoutingContext call, Intake intake) {
    outcomes.remove(call.request());
    call.vertx()
        .executeBlocking(
            () -> {
              intake.discard();
              return null;
            },
            false);
  }

  private void pour(RoutingContext call, Intake intake, AsyncFile file) {
    HttpServerRequest request = call.request();
    long timer = call.vertx().setTimer(LONGEST_MILLIS, late -> request.connection().close());
    request.exceptionHandler(
        broken -> {
          call.vertx().cancelTimer(timer);
          intake.brokenOff();
          file.close().onComplete(closed -> discard(call, intake));
        });
    request.handler(
        part -> {
          if (intake.add(ByteBuffer.wrap(part.getBytes()))) {
            write(request, file, part);
          }
        });
    request.endHandler(
        end -> {
          call.vertx().cancelTimer(timer);
          file.close()
              .onSuccess(closed -> goOn(call, new Outcome(intake, null)))
              .onFailure(failed -> goOn(call, new Outcome(null, failed)));
        });
    request.resume();
  }

  private static void write(HttpServerRequest request, AsyncFile file, Buffer part) {
    file.write(part);
    if (file.writeQueueFull()) {
      request.pause();
      file.drainHandler(drained -> request.resume());
    }
  }

  /** Lets the route answer at once; what still comes is read and thrown away. */
  private void refuse(RoutingContext call, Throwable refused) {
    HttpServerRequest request = call.request();
    request.handler(part -> {});
    request.resume();
    call.addEndHandler(ended -> outcomes.remove(request));
    goOn(call, new Outcome(null, refused));
  }

  private void goOn(RoutingContext call, Outcome outcome) {
    outcomes.put(call.request(), outcome);
    // There is no body left for the next handlers to wait for.
    call.request().headers().remove("Content-Length").remove("Transfer-Encoding");
    call.request().headers().remove("Content-Type");
    call.next();
  }
}
