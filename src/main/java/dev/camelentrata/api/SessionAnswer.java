package dev.camelentrata.api;

import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.security.AccessTokens;
import java.time.Instant;
import java.util.List;

/** What {@code POST /sessions} and {@code POST /sessions/refresh} answer. */
record SessionAnswer(
    String token,
    String tokenType,
    Instant expiresAt,
    List<String> scopes,
    String sessionId,
    String company,
    String user,
    String role,
    List<String> propertyIds) {

  static SessionAnswer of(AccessTokens.Issued issued, PortalSession session) {
    return new SessionAnswer(
        issued.text(),
        "Bearer",
        issued.token().expiresAt(),
        issued.token().scopes().stream().sorted().toList(),
        session.id(),
        session.company(),
        session.user(),
        session.role(),
        session.propertyIds());
  }

  @Override
  public String toString() {
    return "SessionAnswer[" + sessionId + "]";
  }
}
