package dev.camelentrata.api;

import dev.camelentrata.security.AccessTokens;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.HttpMessage;

/**
 * Receives report files piece by piece to disk, before the route and the limit of other bodies,
 * from those only whose token allows it. The route asks {@link #take} what came of it. Safe for use
 * by many threads.
 */
final class ReportReception {

  private static final Pattern FILE_NAME =
      Pattern.compile("(?i)\\bfilename\\s*=\\s*(?:\"([^\"]+)\"|([^;\\s]+))");
  private static final String PATH = "/reports";
  private static final int RIGHT_AFTER_THE_FRONT = -999;
  private static final long LONGEST_MILLIS = Duration.ofMinutes(30).toMillis();

  private final AccessTokens tokens;
  private final Path folder;
  private final long fileBytes;
  private final Map<HttpServerRequest, Received> received = new ConcurrentHashMap<>();

  /**
   * A file that was received.
   *
   * @param name what the caller calls it; null if nothing
   * @param failure why it was not; null if it was
   */
  record Received(Path file, String name, ApiException failure) {}

  ReportReception(AccessTokens tokens, Path folder, long fileBytes) {
    this.tokens = tokens;
    this.folder = folder;
    this.fileBytes = fileBytes;
  }

  void mount(Router router) {
    router.post(PATH).order(RIGHT_AFTER_THE_FRONT).handler(this::receive);
  }

  /** What was received of this request; the file is gone once the answer is written. */
  Received take(Exchange exchange) {
    Received taken =
        exchange.getMessage() instanceof HttpMessage message
            ? received.remove(message.getRequest())
            : null;
    if (taken == null) {
      throw new IllegalStateException("the file did not pass the reception");
    }
    if (taken.failure() != null) {
      throw taken.failure();
    }
    return taken;
  }

  private void receive(RoutingContext call) {
    HttpServerRequest request = call.request();
    request.pause();
    call.vertx()
        .executeBlocking(() -> admitted(request) ? newFile() : null, false)
        .onSuccess(file -> write(call, file))
        .onFailure(failed -> goOn(call, null));
  }

  /** Whether the token is one that may bring reports; if not, the route says why. */
  private boolean admitted(HttpServerRequest request) {
    return Authenticate.bearer(request.getHeader("Authorization"))
        .flatMap(tokens::find)
        .filter(token -> token.scopes().contains(Scopes.REPORTS_WRITE))
        .isPresent();
  }

  private Path newFile() throws IOException {
    Files.createDirectories(folder);
    return Files.createTempFile(folder, "report", null);
  }

  private void write(RoutingContext call, Path file) {
    if (file == null) {
      call.request().handler(part -> {});
      call.request().resume();
      goOn(call, null);
      return;
    }
    call.addEndHandler(ended -> discard(call, file));
    call.vertx()
        .fileSystem()
        .open(file.toString(), new OpenOptions().setTruncateExisting(true))
        .onSuccess(open -> pour(call, file, open))
        .onFailure(failed -> goOn(call, null));
  }

  /** Nothing stays, whether the route took it or the caller went away. */
  private void discard(RoutingContext call, Path file) {
    received.remove(call.request());
    call.vertx().executeBlocking(() -> Files.deleteIfExists(file), false);
  }

  private void pour(RoutingContext call, Path file, AsyncFile open) {
    HttpServerRequest request = call.request();
    AtomicLong length = new AtomicLong();
    long timer = call.vertx().setTimer(LONGEST_MILLIS, late -> request.connection().close());
    request.exceptionHandler(
        broken -> {
          call.vertx().cancelTimer(timer);
          open.close().onComplete(closed -> discard(call, file));
        });
    request.handler(
        part -> {
          if (length.addAndGet(part.length()) <= fileBytes) {
            write(request, open, part);
          }
        });
    request.endHandler(
        end -> {
          call.vertx().cancelTimer(timer);
          open.close().onComplete(closed -> goOn(call, outcome(request, file, length.get())));
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

  private Received outcome(HttpServerRequest request, Path file, long length) {
    if (length > fileBytes) {
      return new Received(
          file,
          null,
          ApiException.of(
              ProblemType.FILE_TOO_LARGE,
              "The file has "
                  + length
                  + " bytes, more than the "
                  + fileBytes
                  + " of entrata.ingest.file-bytes. Export shorter periods."));
    }
    return new Received(file, fileName(request.getHeader("Content-Disposition")), null);
  }

  private static String fileName(String disposition) {
    Matcher name = FILE_NAME.matcher(disposition == null ? "" : disposition);
    return name.find() ? name.group(1) == null ? name.group(2) : name.group(1) : null;
  }

  private void goOn(RoutingContext call, Received outcome) {
    if (outcome != null) {
      received.put(call.request(), outcome);
    }
    // There is no body left for the next handlers to wait for.
    call.request().headers().remove("Content-Length").remove("Transfer-Encoding");
    call.request().headers().remove("Content-Type");
    call.next();
  }
}
