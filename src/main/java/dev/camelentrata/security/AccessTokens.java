package dev.camelentrata.security;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Issues, checks and ends access tokens; only hashes are kept. Safe for use by many threads. */
public interface AccessTokens {

  /** A new token and, this once, its text. */
  record Issued(AccessToken token, String text) {
    @Override
    public String toString() {
      return "Issued[" + token.id() + "]";
    }
  }

  Issued issue(String sessionId, String company, Set<String> scopes);

  /** The token of this text, unless it is unknown, revoked or past its time. */
  Optional<AccessToken> find(String text);

  /** A new token with the same rights; the old one stays good for at most {@code overlap}. */
  Issued refresh(AccessToken old, Duration overlap);

  void revoke(AccessToken token);

  /** Whether any token of this portal session is still good. */
  boolean anyFor(String sessionId);
}
