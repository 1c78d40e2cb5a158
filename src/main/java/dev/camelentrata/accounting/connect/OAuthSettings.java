package dev.camelentrata.accounting.connect;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Where an accounting system gives its permissions, and as which application we ask for them.
 *
 * @param authorize the page on which a person agrees
 * @param revoke null if the system has none
 * @param organisations where the system says whose books a permission is for: Xero's list of
 *     connections, QuickBooks' API
 * @param clientId empty if no application is registered with the system
 */
public record OAuthSettings(
    URI authorize,
    URI token,
    URI revoke,
    URI organisations,
    String clientId,
    String clientSecret,
    List<String> scopes) {

  public OAuthSettings {
    Objects.requireNonNull(authorize, "authorize");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(organisations, "organisations");
    scopes = List.copyOf(scopes);
  }

  /** Whether permissions can be asked for. */
  boolean registered() {
    return !clientId.isEmpty() && !clientSecret.isEmpty();
  }

  @Override
  public String toString() {
    return "OAuthSettings[" + authorize + "]";
  }
}
