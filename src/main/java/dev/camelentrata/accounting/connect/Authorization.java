package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.SystemKind;

/**
 * A permission that was asked for, once its state has come back; its verifier is never printed.
 *
 * @param sessionId the portal session of whoever began, which must still be open
 * @param begunBy the access token's public id
 * @param returnTo where the person's browser goes afterwards; null for nowhere
 */
public record Authorization(
    String company,
    SystemKind system,
    String sessionId,
    String begunBy,
    String verifier,
    String redirectUri,
    String returnTo) {

  @Override
  public String toString() {
    return "Authorization[" + system.slug() + " of " + company + "]";
  }
}
