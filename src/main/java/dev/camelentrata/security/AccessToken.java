package dev.camelentrata.security;

import java.time.Instant;
import java.util.Set;

/**
 * What a REST consumer holds, without the token's text.
 *
 * @param id public id of the token, fit for logs
 * @param sessionId the portal session whose entitlements it has
 */
public record AccessToken(
    String id,
    String sessionId,
    String company,
    Set<String> scopes,
    Instant createdAt,
    Instant expiresAt) {

  public AccessToken {
    scopes = Set.copyOf(scopes);
  }
}
