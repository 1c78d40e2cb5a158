package dev.camelentrata.sandbox;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the six-digit codes of authenticator apps (RFC 6238: SHA-1, steps of 30 seconds, one step
 * of clock difference either way). A code is good once. For one thread only.
 */
final class TotpCheck {

  /** What a code turned out to be. */
  enum Verdict {
    GOOD,
    WRONG,
    USED_BEFORE
  }

  private static final Duration STEP = Duration.ofSeconds(30);

  private final Clock clock;
  private final TimeBasedOneTimePasswordGenerator codes =
      new TimeBasedOneTimePasswordGenerator(STEP, 6);
  private final Map<String, Set<Long>> usedSteps = new HashMap<>();

  TotpCheck(Clock clock) {
    this.clock = clock;
  }

  Verdict check(SandboxUser user, String code) {
    SecretKeySpec key = new SecretKeySpec(base32(user.totpSecret()), codes.getAlgorithm());
    Set<Long> used = usedSteps.computeIfAbsent(user.username(), u -> new HashSet<>());
    Verdict verdict = Verdict.WRONG;
    for (int difference = -1; difference <= 1; difference++) {
      Instant at = clock.instant().plus(STEP.multipliedBy(difference));
      if (codeAt(key, at).equals(code)) {
        if (used.add(at.getEpochSecond() / STEP.toSeconds())) {
          return Verdict.GOOD;
        }
        verdict = Verdict.USED_BEFORE;
      }
    }
    return verdict;
  }

  void reset() {
    usedSteps.clear();
  }

  private String codeAt(SecretKeySpec key, Instant at) {
    try {
      return codes.generateOneTimePasswordString(key, at);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the sandbox's own TOTP secret is not usable", e);
    }
  }

  private static byte[] base32(String secret) {
    byte[] bytes = new byte[secret.length() * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int next = 0;
    for (int i = 0; i < secret.length(); i++) {
      buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(secret.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[next++] = (byte) (buffer >> bits);
      }
    }
    return bytes;
  }
}
