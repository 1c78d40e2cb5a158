package dev.camelentrata.portal.session;

import java.util.List;

/**
 * What a login gave: who the portal says it is, what they may see, and what keeps the session.
 *
 * @param csrf null if the portal has none
 */
public record SignedIn(
    String user,
    String role,
    List<String> propertyIds,
    List<String> modules,
    List<PortalCookie> cookies,
    String csrf,
    String userAgent) {

  public SignedIn {
    propertyIds = List.copyOf(propertyIds);
    modules = List.copyOf(modules);
    cookies = List.copyOf(cookies);
  }

  @Override
  public String toString() {
    return "SignedIn[…]";
  }
}
