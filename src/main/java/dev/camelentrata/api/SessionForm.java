package dev.camelentrata.api;

import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalAccount;
import java.util.Set;

/** The body of {@code POST /sessions}: a login of one's own, or a configured account. */
sealed interface SessionForm {

  /** The scopes that the token shall have. */
  Set<String> scopes();

  /** A portal login that the caller brings along. */
  record Login(String company, String username, String password, Mfa mfa, Set<String> scopes)
      implements SessionForm {

    PortalAccount account() {
      return new PortalAccount(company, username, new Credential(password, mfa));
    }

    @Override
    public String toString() {
      return "Login[" + company + "]";
    }
  }

  /** The name of an account that the operator configured, and its key if it has one. */
  record Configured(String account, String key, Set<String> scopes) implements SessionForm {

    @Override
    public String toString() {
      return "Configured[" + account + "]";
    }
  }
}
