package dev.camelentrata.api;

import dev.camelentrata.security.AccessToken;
import dev.camelentrata.security.AccessTokens;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Step: finds the access token of the {@code Authorization} header, else 401. */
final class Authenticate implements Processor {

  private static final String SCHEME = "Bearer ";

  private final AccessTokens tokens;
  private final RateLimiter strangers;

  /** Requests without a good token count against the address that they come from. */
  Authenticate(AccessTokens tokens, RateLimiter strangers) {
    this.tokens = tokens;
    this.strangers = strangers;
  }

  @Override
  public void process(Exchange exchange) {
    Call call = Call.of(exchange);
    String header = exchange.getMessage().getHeader("Authorization", String.class);
    Optional<AccessToken> token = bearer(header).flatMap(tokens::find);
    if (token.isPresent()) {
      call.token(token.get());
      return;
    }
    RateState left = strangers.count(Remote.of(exchange));
    call.responseHeaders().putAll(left.headers());
    left.requireAllowed();
    throw new ApiException(bearer(header).isPresent() ? invalid() : missing());
  }

  /** The token that such a header shows; empty if it shows none. */
  static Optional<String> bearer(String header) {
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip()).filter(t -> !t.isEmpty())
        : Optional.empty();
  }

  private static Problem missing() {
    return Problem.of(
            ProblemType.TOKEN_MISSING,
            "Send an access token as Authorization: Bearer <token>; POST /sessions gives one.")
        .withHeader("WWW-Authenticate", Challenge.BEARER);
  }

  private static Problem invalid() {
    return Problem.of(
            ProblemType.TOKEN_INVALID,
            "The access token is unknown, revoked or past its time. Get a new one with POST"
                + " /sessions.")
        .withHeader("WWW-Authenticate", Challenge.INVALID_TOKEN);
  }
}
