package dev.camelentrata.portal;

import java.util.Objects;

/** What proves an account to the portal. Never printed. */
public record Credential(String password, Mfa mfa) {

  public Credential {
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(mfa, "mfa");
  }

  /** Whether this credential can log in again by itself: a code typed by a person is good once. */
  public boolean repeatable() {
    return !(mfa instanceof Mfa.Code);
  }

  @Override
  public String toString() {
    return "Credential[…]";
  }
}
