package dev.camelentrata.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What surrounds the routes on the HTTP server: request ids, {@code HEAD}, and problems for
 * requests that reach no route.
 */
final class HttpFront {

  static final String REQUEST_ID = "X-Request-Id";

  /** Marks a HEAD request, which is routed like GET; never taken from outside. */
  static final String HEAD_ONLY = "X-Head-Only";

  private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final int FIRST = -1_000;
  private static final int LAST = Integer.MAX_VALUE - 1;

  private final ApiContract contract;
  private final ProblemJson problems;
  private final RateLimiter strangers;

  HttpFront(ApiContract contract, ProblemJson problems, RateLimiter strangers) {
    this.contract = contract;
    this.problems = problems;
    this.strangers = strangers;
  }

  void mount(Router router) {
    router.route().order(FIRST).handler(this::begin).failureHandler(this::failed);
    router.route().order(LAST).handler(this::unmatched);
  }

  private void begin(RoutingContext call) {
    name(call);
    if (BAD_ESCAPE.matcher(call.request().path()).find()) {
      answer(call, badAddress());
      return;
    }
    boolean rerouted = call.get(HEAD_ONLY) != null;
    if (rerouted || !call.request().method().equals(HttpMethod.HEAD)) {
      if (!rerouted) {
        call.request().headers().remove(HEAD_ONLY);
      }
      call.next();
    } else {
      call.put(HEAD_ONLY, true);
      call.request().headers().set(HEAD_ONLY, "true");
      call.reroute(HttpMethod.GET, call.request().uri());
    }
  }

  /** Gives the request an id unless it brings a good one, and says it in the answer. */
  private static void name(RoutingContext call) {
    String id = call.request().getHeader(REQUEST_ID);
    if (id == null || !SANE_ID.matcher(id).matches()) {
      id = UUID.randomUUID().toString();
      call.request().headers().set(REQUEST_ID, id);
    }
    call.response().putHeader(REQUEST_ID, id).putHeader("X-Content-Type-Options", "nosniff");
  }

  private static Problem badAddress() {
    return Problem.of(ProblemType.INVALID_REQUEST, "The request's address is not valid.");
  }

  private void unmatched(RoutingContext call) {
    String path = call.normalizedPath();
    String method = call.request().method().name();
    List<String> methods = contract.methods(path);
    String allow = String.join(", ", methods);
    if (methods.isEmpty()) {
      answer(call, unknownPath());
    } else if (method.equals("OPTIONS")) {
      call.response().putHeader("Allow", allow).setStatusCode(204).end();
    } else if (!methods.contains(method)) {
      answer(call, methodNotAllowed(method, allow));
    } else {
      answer(call, wrongMediaType(call, contract.find(method, path)));
    }
  }

  private static Problem unknownPath() {
    return Problem.of(
        ProblemType.UNKNOWN_PATH,
        "There is nothing at this path. See /docs for the paths that there are.");
  }

  private static Problem methodNotAllowed(String method, String allow) {
    return Problem.of(
            ProblemType.METHOD_NOT_ALLOWED,
            "This path does not know " + method + "; it knows " + allow + ".")
        .withHeader("Allow", allow);
  }

  /** The path and method are known, so it was a media type that kept the request from a route. */
  private static Problem wrongMediaType(RoutingContext call, Optional<ApiOperation> operation) {
    String wanted = operation.map(ApiOperation::consumes).orElse(null);
    String sent = call.parsedHeaders().contentType().value();
    if (wanted != null && !wanted.equals(sent)) {
      return Problem.of(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as Content-Type: " + wanted + ".");
    }
    return Problem.of(
        ProblemType.NOT_ACCEPTABLE,
        "The answer is application/json, which the Accept header of this request rules out.");
  }

  private void failed(RoutingContext call) {
    if (call.response().ended() || call.response().headWritten()) {
      call.next();
      return;
    }
    name(call);
    answer(
        call,
        switch (call.statusCode()) {
          case 413 ->
              Problem.of(ProblemType.BODY_TOO_LARGE, "The body is too large; send at most 1 MiB.");
          case 400 -> badAddress();
          default ->
              Problem.of(
                  ProblemType.INTERNAL_ERROR,
                  "The request failed before it reached a route; quote the request id.");
        });
  }

  private void answer(RoutingContext call, Problem problem) {
    RateState left = strangers.count(Remote.of(call.request().remoteAddress()));
    Problem said = problem;
    if (!left.allowed()) {
      said =
          Problem.of(ProblemType.QUOTA_EXCEEDED, "Too many requests from this address.")
              .retryAfter(left.resetSeconds());
    }
    HttpServerResponse response = call.response();
    left.headers().forEach(response::putHeader);
    said.headers().forEach(response::putHeader);
    response
        .setStatusCode(said.type().status())
        .putHeader("Content-Type", ProblemJson.CONTENT_TYPE)
        .putHeader("Cache-Control", "no-store");
    if (call.get(HEAD_ONLY) != null) {
      response.end();
    } else {
      response.end(Buffer.buffer(problems.write(said, call.request().getHeader(REQUEST_ID))));
    }
  }
}
