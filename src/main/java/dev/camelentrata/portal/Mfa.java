package dev.camelentrata.portal;

import java.util.Objects;

/** How the second factor of a login is obtained. */
public sealed interface Mfa {

  /** No second factor is at hand. */
  record None() implements Mfa {}

  /** A code that a person typed; good for one login only. */
  record Code(String code) implements Mfa {
    public Code {
      Objects.requireNonNull(code, "code");
    }

    @Override
    public String toString() {
      return "Code[…]";
    }
  }

  /** The base32 secret of an authenticator app. */
  record Totp(String secret) implements Mfa {
    public Totp {
      Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
      return "Totp[…]";
    }
  }
}
