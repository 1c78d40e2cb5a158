package dev.camelentrata.sync;

import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.portal.PortalWays;
import dev.camelentrata.resource.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts with which companies are mirrored. */
public final class SyncAccounts {

  private final PortalClient portal;
  private final Map<String, String> accounts;

  /** Opens sessions of these accounts, by company, when they are needed. */
  public SyncAccounts(PortalClient portal, Map<String, String> accounts) {
    this.portal = portal;
    this.accounts = Map.copyOf(accounts);
  }

  Set<String> companies() {
    return accounts.keySet();
  }

  /** The ways of reading the resource's list that the company's portal map offers. */
  PortalWays ways(String company, Resource resource) {
    return portal.ways(company, resource.list());
  }

  /** The company's account's session, after a login if need be; empty if it has no account. */
  public Optional<String> session(String company) {
    return Optional.ofNullable(accounts.get(company)).map(a -> portal.open(a).id());
  }

  /** The same with what it may see. */
  PortalSession open(String company) {
    String account = accounts.get(company);
    if (account == null) {
      throw new IllegalArgumentException(
          "Company "
              + company
              + " has no account to be mirrored with; set entrata.company."
              + company
              + ".sync-account.");
    }
    return portal.open(account);
  }
}
