package dev.camelentrata.portal.login;

import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.net.URI;
import java.util.List;

/** What to do when the portal does not let an account in. */
final class LoginMessages {

  private LoginMessages() {}

  static PortalException outcome(PortalProblem problem, URI portal) {
    return PortalException.of(problem, text(problem, portal));
  }

  private static String text(PortalProblem problem, URI portal) {
    return switch (problem) {
      case INVALID_CREDENTIALS ->
          "The portal rejected this user name and password. Try them in a browser at "
              + portal
              + " and correct them; the same password is not tried again by itself.";
      case ACCOUNT_LOCKED ->
          "The portal has locked this account. Ask the portal's administrator to unlock it, then"
              + " log in again.";
      case PASSWORD_CHANGE_REQUIRED ->
          "The portal wants a new password for this account. Log in at "
              + portal
              + " with a browser, choose one, and use it here.";
      default -> "The portal answered the login with " + problem.slug() + ".";
    };
  }

  static PortalException mfaRequired(List<String> methods) {
    return PortalException.of(
            PortalProblem.MFA_REQUIRED,
            "The portal asks for a second factor. Give a code, or the authenticator app's secret.")
        .withMfaMethods(methods);
  }

  static PortalException mfaRejected(Mfa mfa, List<String> methods) {
    String message =
        mfa instanceof Mfa.Totp
            ? "The portal rejected the code made from the TOTP secret. Check the secret, and that"
                + " this machine's clock is right."
            : "The portal rejected the code. Codes are good once and for a short time: log in again"
                + " with a new one.";
    return PortalException.of(PortalProblem.MFA_REJECTED, message).withMfaMethods(methods);
  }

  /** The browser is in, but its cookies are not accepted from elsewhere. */
  static PortalException notTakenOver() {
    return PortalException.of(
            PortalProblem.PORTAL_DRIFT,
            "The login succeeded, but the portal does not accept its cookies outside the browser."
                + " Check session.expired and entitlements.request in the portal map.")
        .withMapEntry("session.expired");
  }
}
