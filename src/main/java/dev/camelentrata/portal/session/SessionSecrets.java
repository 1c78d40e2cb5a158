package dev.camelentrata.portal.session;

import dev.camelentrata.portal.Credential;
import java.util.List;

/**
 * What makes a portal session usable: never printed, encrypted at rest.
 *
 * @param csrf the token that the portal wants with writes; null if it has none
 * @param userAgent the exact user agent of the browser that logged in
 * @param credential how to log in again
 */
public record SessionSecrets(
    List<PortalCookie> cookies, String csrf, String userAgent, Credential credential) {

  public SessionSecrets {
    cookies = List.copyOf(cookies);
  }

  @Override
  public String toString() {
    return "SessionSecrets[…]";
  }
}
