package dev.camelentrata.portal.session;

/**
 * A cookie of the portal.
 *
 * @param expires epoch seconds; null for a session cookie
 */
public record PortalCookie(
    String name,
    String value,
    String domain,
    String path,
    boolean secure,
    boolean httpOnly,
    Long expires) {

  @Override
  public String toString() {
    return "PortalCookie[" + name + "]";
  }
}
