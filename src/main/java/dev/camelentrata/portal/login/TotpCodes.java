package dev.camelentrata.portal.login;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.session.SessionStore;
import java.security.InvalidKeyException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds). A code is good once, so
 * each step of 30 seconds is claimed for one login; with less than three seconds left, the next
 * step is taken.
 */
final class TotpCodes {

  private static final long STEP_MILLIS = 30_000;
  private static final long LEAST_LEFT_MILLIS = 3_000;
  private static final int TRIES = 4;

  private final SessionStore store;
  private final Clock clock;
  private final Pause pause;
  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();

  TotpCodes(SessionStore store, Clock clock, Pause pause) {
    this.store = store;
    this.clock = clock;
    this.pause = pause;
  }

  /** The secret as a key; one that cannot be right is {@code mfa-rejected}. */
  static Key key(Mfa.Totp totp) {
    try {
      return new SecretKeySpec(Base32.decode(totp.secret()), "HmacSHA1");
    } catch (IllegalArgumentException e) {
      throw PortalException.of(
          PortalProblem.MFA_REJECTED,
          "The TOTP secret is not valid base32: "
              + e.getMessage()
              + ". Copy it again from the portal's set-up of the authenticator app.");
    }
  }

  /** A code that no other login has used; waits for the next step if it must. */
  String next(String accountKey, Key key) {
    for (int tries = 0; tries < TRIES; tries++) {
      long now = clock.millis();
      long step = now / STEP_MILLIS;
      long left = (step + 1) * STEP_MILLIS - now;
      if (left >= LEAST_LEFT_MILLIS && store.claimTotpStep(accountKey, step)) {
        return code(key, Instant.ofEpochMilli(now));
      }
      await(Duration.ofMillis(left + 1));
    }
    throw PortalException.of(
            PortalProblem.RATE_LIMITED,
            "Too many logins wait for a code of this authenticator app. Try again later.")
        .withRetryAfter(Duration.ofMillis(STEP_MILLIS * 2));
  }

  private String code(Key key, Instant at) {
    try {
      return generator.generateOneTimePasswordString(key, at);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("HmacSHA1 does not take the key");
    }
  }

  private void await(Duration time) {
    try {
      pause.of(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PortalException.of(
          PortalProblem.PORTAL_UNAVAILABLE, "The program is stopping; the login was given up.");
    }
  }
}
