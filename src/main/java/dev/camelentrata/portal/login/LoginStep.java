package dev.camelentrata.portal.login;

import dev.camelentrata.portal.PortalProblem;

/** What the portal answers to a form of the login. */
sealed interface LoginStep {

  /** The user is in. */
  record SignedInPage() implements LoginStep {}

  /** The portal wants a second factor. */
  record Challenge() implements LoginStep {}

  /** The second factor was wrong. */
  record CodeRejected() implements LoginStep {}

  /** The portal says no. */
  record Refused(PortalProblem problem) implements LoginStep {}
}
