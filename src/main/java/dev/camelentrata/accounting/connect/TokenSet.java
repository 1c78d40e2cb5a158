package dev.camelentrata.accounting.connect;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Tokens as a system gave them; their text is never printed.
 *
 * @param refreshExpiresAt null if the system does not say
 */
record TokenSet(
    String access,
    String refresh,
    Instant accessExpiresAt,
    Instant refreshExpiresAt,
    List<String> scopes) {

  TokenSet {
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(refresh, "refresh");
    Objects.requireNonNull(accessExpiresAt, "accessExpiresAt");
    scopes = List.copyOf(scopes);
  }

  @Override
  public String toString() {
    return "TokenSet[until " + accessExpiresAt + "]";
  }
}
