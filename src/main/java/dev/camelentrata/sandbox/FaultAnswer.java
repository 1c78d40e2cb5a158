package dev.camelentrata.sandbox;

import java.util.Optional;

/** What a fault answers in place of the portal's own answer. */
final class FaultAnswer {

  private static final int USUAL_RETRY_AFTER_SECONDS = 1;

  private FaultAnswer() {}

  /** The answer, or empty if the fault lets the portal answer itself. */
  static Optional<Reply> of(Fault fault) {
    FaultOrder order = fault.order;
    return switch (fault.kind()) {
      case RATE_LIMITED ->
          Optional.of(
              PageFrame.bare(429, "Too many requests", h -> h.raw("<h1>Too many requests</h1>"))
                  .header(
                      "Retry-After",
                      Integer.toString(
                          order.retryAfterSeconds() == null
                              ? USUAL_RETRY_AFTER_SECONDS
                              : order.retryAfterSeconds())));
      case SERVER_ERROR ->
          Optional.of(
              PageFrame.bare(
                  order.status() == null ? 500 : order.status(),
                  "Server error",
                  h -> h.raw("<h1>Server error</h1><p>Please try again later.</p>")));
      case OOPS ->
          Optional.of(
              Reply.html(
                  200,
                  "<p class=\"alert error slim\" role=\"alert\">Oops! Something went wrong</p>\n"));
      case MAINTENANCE ->
          Optional.of(
              PageFrame.bare(
                  200,
                  "Scheduled maintenance",
                  h ->
                      h.raw("<section id=\"maintenance_notice\"><h1>Scheduled maintenance</h1>")
                          .raw("<p>The portal will be back shortly.</p></section>")));
      case CAPTCHA ->
          Optional.of(
              PageFrame.bare(
                  200,
                  "Are you human?",
                  h ->
                      h.raw("<section id=\"captcha_challenge\"><h1>Are you human?</h1>")
                          .raw("<p>Confirm that you are not a robot to go on.</p></section>")));
      case SLOW, HELD, DROPPED_CONNECTION, DROPPED_AFTER_COMMIT, EXPIRED_SESSION, CHANGED_MARKUP ->
          Optional.empty();
    };
  }
}
