package dev.camelentrata.portal;

import java.util.Objects;

/** One portal login of a company, and how its secret and its MFA code are obtained. */
public record PortalAccount(String company, String username, Credential credential) {

  public PortalAccount {
    Objects.requireNonNull(company, "company");
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(credential, "credential");
  }

  @Override
  public String toString() {
    return "PortalAccount[" + company + "]";
  }
}
