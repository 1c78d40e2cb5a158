package dev.camelentrata.security;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Looks each token up once a second at most. Revoking and refreshing take effect at once in this
 * process, and after that second in other replicas. Safe for use by many threads.
 */
public final class RememberedTokens implements AccessTokens {

  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final AccessTokens tokens;
  private final Clock clock;
  private final ShortMemory<ByteBuffer, AccessToken> memory;

  public RememberedTokens(AccessTokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
    this.memory = new ShortMemory<>(MOMENT, clock);
  }

  @Override
  public Optional<AccessToken> find(String text) {
    if (!TokenText.wellFormed(text)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return memory
        .get(ByteBuffer.wrap(TokenText.hash(text)), hash -> tokens.find(text))
        .filter(token -> now.isBefore(token.expiresAt()));
  }

  @Override
  public Issued issue(String sessionId, String company, Set<String> scopes) {
    return tokens.issue(sessionId, company, scopes);
  }

  @Override
  public Issued refresh(AccessToken old, Duration overlap) {
    try {
      return tokens.refresh(old, overlap);
    } finally {
      memory.clear();
    }
  }

  @Override
  public void revoke(AccessToken token) {
    try {
      tokens.revoke(token);
    } finally {
      memory.clear();
    }
  }

  @Override
  public boolean anyFor(String sessionId) {
    return tokens.anyFor(sessionId);
  }
}
