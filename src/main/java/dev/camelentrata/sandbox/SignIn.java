package dev.camelentrata.sandbox;

import java.time.Instant;

/**
 * One visitor's session: from the login page, over the second factor, to signed in. For one thread
 * only.
 */
final class SignIn {

  /** How far the visitor has come. */
  enum Stage {
    ANONYMOUS,
    SECOND_FACTOR,
    NEW_PASSWORD,
    SIGNED_IN
  }

  final String id;
  final String csrfToken;
  final Stage stage;
  final SandboxUser user;
  private Instant expiresAt;
  private int wrongCodes;

  SignIn(String id, String csrfToken, Stage stage, SandboxUser user, Instant expiresAt) {
    this.id = id;
    this.csrfToken = csrfToken;
    this.stage = stage;
    this.user = user;
    this.expiresAt = expiresAt;
  }

  boolean signedIn() {
    return stage == Stage.SIGNED_IN;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  void extendTo(Instant later) {
    expiresAt = later;
  }

  /** Counts a wrong second-factor code and gives how many there have been. */
  int countWrongCode() {
    return ++wrongCodes;
  }
}
