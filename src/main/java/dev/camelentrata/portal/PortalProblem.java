package dev.camelentrata.portal;

/**
 * What can go wrong in a portal, so that a caller knows whether to wait, to fix, or to call a
 * person.
 */
public enum PortalProblem {
  INVALID_CREDENTIALS("invalid-credentials", false),
  ACCOUNT_LOCKED("account-locked", false),
  PASSWORD_CHANGE_REQUIRED("password-change-required", false),
  MFA_REQUIRED("mfa-required", false),
  MFA_REJECTED("mfa-rejected", false),
  NOT_ENTITLED("not-entitled", false),
  NOT_FOUND("not-found", false),
  SESSION_EXPIRED("session-expired", false),
  PORTAL_UNAVAILABLE("portal-unavailable", true),
  PORTAL_MAINTENANCE("portal-maintenance", false),
  PORTAL_DRIFT("portal-drift", false),
  HUMAN_VERIFICATION_REQUIRED("human-verification-required", false),
  RATE_LIMITED("rate-limited", true);

  private final String slug;
  private final boolean retryable;

  PortalProblem(String slug, boolean retryable) {
    this.slug = slug;
    this.retryable = retryable;
  }

  /** The last part of the problem type's URI, also used in portal maps. */
  public String slug() {
    return slug;
  }

  /** Whether the same call may succeed a little later without anybody doing anything. */
  public boolean retryable() {
    return retryable;
  }

  /** The problem of this slug; an unknown slug is an {@link IllegalArgumentException}. */
  public static PortalProblem ofSlug(String slug) {
    for (PortalProblem problem : values()) {
      if (problem.slug.equals(slug)) {
        return problem;
      }
    }
    throw new IllegalArgumentException("unknown portal problem: " + slug);
  }
}
