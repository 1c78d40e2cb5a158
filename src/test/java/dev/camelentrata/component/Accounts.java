package dev.camelentrata.component;

import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalAccount;

/** Made-up portal accounts. */
final class Accounts {

  private Accounts() {}

  static PortalAccount of(String company, String username, String password) {
    return new PortalAccount(company, username, new Credential(password, new Mfa.None()));
  }

  static PortalAccount of(String company, String username, String password, String totpSecret) {
    return new PortalAccount(company, username, new Credential(password, new Mfa.Totp(totpSecret)));
  }
}
