package dev.camelentrata.portal.session;

import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.map.PortalMap;

/** Logs an account in to its portal, once. Safe for use by many threads. */
@FunctionalInterface
public interface PortalLogin {

  /**
   * One login; throws {@link dev.camelentrata.portal.PortalException} if the portal does not let
   * the account in.
   */
  SignedIn login(PortalCompany company, PortalMap map, PortalAccount account);
}
