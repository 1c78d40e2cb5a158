package dev.camelentrata.api;

import dev.camelentrata.security.AccessToken;
import dev.camelentrata.security.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Access tokens in memory. */
final class FakeTokens implements AccessTokens {

  private final Map<String, AccessToken> byText = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final Clock clock;

  FakeTokens(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Issued issue(String sessionId, String company, Set<String> scopes) {
    int number = next.incrementAndGet();
    Instant now = clock.instant();
    AccessToken token =
        new AccessToken(
            "tok-" + number, sessionId, company, scopes, now, now.plus(Duration.ofMinutes(30)));
    byText.put("ent_secret" + number, token);
    return new Issued(token, "ent_secret" + number);
  }

  @Override
  public Optional<AccessToken> find(String text) {
    return Optional.ofNullable(byText.get(text))
        .filter(t -> t.expiresAt().isAfter(clock.instant()));
  }

  @Override
  public Issued refresh(AccessToken old, Duration overlap) {
    Instant end = clock.instant().plus(overlap);
    byText.replaceAll(
        (text, token) ->
            token.id().equals(old.id()) && end.isBefore(token.expiresAt())
                ? new AccessToken(
                    token.id(),
                    token.sessionId(),
                    token.company(),
                    token.scopes(),
                    token.createdAt(),
                    end)
                : token);
    return issue(old.sessionId(), old.company(), old.scopes());
  }

  @Override
  public void revoke(AccessToken token) {
    byText.values().removeIf(t -> t.id().equals(token.id()));
  }

  @Override
  public boolean anyFor(String sessionId) {
    return byText.values().stream()
        .anyMatch(t -> t.sessionId().equals(sessionId) && t.expiresAt().isAfter(clock.instant()));
  }
}
