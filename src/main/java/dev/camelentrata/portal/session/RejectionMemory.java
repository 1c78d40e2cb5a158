package dev.camelentrata.portal.session;

import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * Remembers which credentials the portal rejected, so that none is tried in a loop until the
 * account is locked.
 */
final class RejectionMemory {

  private static final Set<PortalProblem> OF_PASSWORD =
      Set.of(
          PortalProblem.INVALID_CREDENTIALS,
          PortalProblem.ACCOUNT_LOCKED,
          PortalProblem.PASSWORD_CHANGE_REQUIRED);

  /**
   * A rejected TOTP code may be a clock's or another login's fault, so it is tried again sooner.
   */
  private static final Duration OF_CODE = Duration.ofMinutes(2);

  private final SessionStore store;
  private final CredentialPrints prints;
  private final Clock clock;
  private final Duration memory;

  RejectionMemory(SessionStore store, CredentialPrints prints, Clock clock, Duration memory) {
    this.store = store;
    this.prints = prints;
    this.clock = clock;
    this.memory = memory;
  }

  /** Throws what the portal said to this credential the last time, if that was a rejection. */
  void refuseIfRejected(String accountKey, Credential credential) {
    store
        .rejection(
            accountKey, prints.password(accountKey, credential), clock.instant().minus(memory))
        .ifPresent(
            slug -> {
              throw again(PortalProblem.ofSlug(slug), memory);
            });
    if (credential.mfa() instanceof Mfa.Totp) {
      store
          .rejection(
              accountKey, prints.whole(accountKey, credential), clock.instant().minus(OF_CODE))
          .ifPresent(
              slug -> {
                throw again(PortalProblem.ofSlug(slug), OF_CODE);
              });
    }
  }

  void remember(String accountKey, Credential credential, PortalProblem problem) {
    if (OF_PASSWORD.contains(problem)) {
      store.rememberRejected(
          accountKey, prints.password(accountKey, credential), problem.slug(), clock.instant());
    } else if (problem == PortalProblem.MFA_REJECTED && credential.mfa() instanceof Mfa.Totp) {
      store.rememberRejected(
          accountKey, prints.whole(accountKey, credential), problem.slug(), clock.instant());
    }
  }

  private static PortalException again(PortalProblem problem, Duration memory) {
    String since = "within the last " + memory.toMinutes() + " minutes";
    String message =
        switch (problem) {
          case INVALID_CREDENTIALS ->
              "The portal rejected this very password "
                  + since
                  + ", so it was not tried again. Change the password, or wait that long.";
          case ACCOUNT_LOCKED ->
              "The portal said "
                  + since
                  + " that this account is locked, so the login was not tried again. Ask the"
                  + " portal's administrator to unlock it, then wait that long.";
          case PASSWORD_CHANGE_REQUIRED ->
              "The portal asked "
                  + since
                  + " for a new password of this account. Choose one in the portal and use it here.";
          case MFA_REJECTED ->
              "The portal rejected a code of this TOTP secret "
                  + since
                  + ", so none was tried again. Correct the secret or this machine's clock, or wait"
                  + " that long.";
          default -> "The portal answered this login " + since + " with " + problem.slug() + ".";
        };
    return PortalException.of(problem, message);
  }
}
