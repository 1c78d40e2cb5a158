package dev.camelentrata.sandbox.books;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Permissions and their tokens: codes with PKCE that are good once, access tokens that end, refresh
 * tokens that are replaced with each use. For one thread only.
 */
final class Grants {

  private static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

  private final Clock clock;
  private final BooksSettings settings;
  private final BooksCounters counters;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Access> access = new HashMap<>();
  private final Map<String, Refresh> refresh = new HashMap<>();

  Grants(Clock clock, BooksSettings settings, BooksCounters counters) {
    this.clock = clock;
    this.settings = settings;
    this.counters = counters;
  }

  /** What a person allowed. */
  static final class Grant {
    final String client;
    final String scope;
    final String organisation;
    boolean revoked;

    Grant(String client, String scope, String organisation) {
      this.client = client;
      this.scope = scope;
      this.organisation = organisation;
    }
  }

  private record Code(Grant grant, String redirect, String challenge, Instant until) {}

  private record Access(Grant grant, Instant until) {}

  private record Refresh(Grant grant, Instant until, Instant usedAt) {}

  /** A pair of new tokens. */
  record Tokens(String access, String refresh, Grant grant) {}

  /** A code for what was allowed; the challenge is empty if there is none. */
  String allow(Grant grant, String redirect, String challenge) {
    String code = random(16);
    codes.put(code, new Code(grant, redirect, challenge, clock.instant().plus(CODE_LIFETIME)));
    return code;
  }

  Tokens exchange(String client, String code, String redirect, String verifier) {
    Code found = codes.remove(code);
    if (found == null || !clock.instant().isBefore(found.until)) {
      throw OAuthRefusal.invalidGrant("Invalid authorization code");
    }
    if (!found.grant.client.equals(client) || !found.redirect.equals(redirect)) {
      throw OAuthRefusal.invalidGrant("The code was given to another client or address");
    }
    if (!found.challenge.isEmpty() && !found.challenge.equals(s256(verifier))) {
      throw OAuthRefusal.invalidGrant("The code verifier does not fit the code challenge");
    }
    counters.logins++;
    return tokens(found.grant);
  }

  /** New tokens in place of the old ones; the old refresh token is used up. */
  Tokens refresh(String client, String token) {
    Refresh found = refresh.get(token);
    Instant now = clock.instant();
    if (found == null || found.grant.revoked || !found.grant.client.equals(client)) {
      throw OAuthRefusal.invalidGrant("Incorrect or invalid refresh token");
    }
    if (!now.isBefore(found.until)) {
      throw OAuthRefusal.invalidGrant("The refresh token has expired");
    }
    if (found.usedAt != null
        && !now.isBefore(found.usedAt.plusSeconds(settings.refreshGraceSeconds))) {
      counters.refreshReuses++;
      throw OAuthRefusal.invalidGrant("The refresh token was used already");
    }
    if (found.usedAt == null) {
      refresh.put(token, new Refresh(found.grant, found.until, now));
    }
    counters.refreshes++;
    return tokens(found.grant);
  }

  private Tokens tokens(Grant grant) {
    Instant now = clock.instant();
    access.values().removeIf(old -> !now.isBefore(old.until));
    Tokens tokens = new Tokens("at-" + random(40), "rt-" + random(24), grant);
    access.put(tokens.access, new Access(grant, now.plusSeconds(settings.accessSeconds)));
    refresh.put(
        tokens.refresh, new Refresh(grant, now.plus(Duration.ofDays(settings.refreshDays)), null));
    return tokens;
  }

  /** What the bearer may do; empty if the token is unknown or over. */
  Optional<Grant> of(String token) {
    Access found = access.get(token);
    return found == null || found.grant.revoked || !clock.instant().isBefore(found.until)
        ? Optional.empty()
        : Optional.of(found.grant);
  }

  /** Takes back what this token, of either kind, stands for; empty if it is unknown. */
  Optional<Grant> revoke(String token) {
    Grant grant =
        refresh.containsKey(token)
            ? refresh.get(token).grant
            : access.containsKey(token) ? access.get(token).grant : null;
    if (grant != null) {
      grant.revoked = true;
    }
    return Optional.ofNullable(grant);
  }

  void revokeAll() {
    refresh.values().forEach(each -> each.grant.revoked = true);
  }

  void expire(String token) {
    access.remove(token);
  }

  /** Ends all access tokens; they can be renewed. */
  void expireAll() {
    access.clear();
  }

  void clear() {
    codes.clear();
    access.clear();
    refresh.clear();
  }

  private String random(int bytes) {
    byte[] token = new byte[bytes];
    random.nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private static String s256(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
