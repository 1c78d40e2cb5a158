package dev.camelentrata.api;

import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scopes that a token can have, and which of them the portal's modules allow. */
final class Scopes {

  /** Scopes for the log of events, for sync runs and for uploads. */
  static final List<String> OF_NO_RESOURCE =
      List.of("events:read", "sync:read", "sync:write", "uploads:write");

  private static final String SYNC_WRITE = "sync:write";

  /** Whoever administers the portal's users sees all of the company. */
  private static final String ADMINISTRATION = "users_groupsxxx";

  private final ResourceCatalog catalog;

  Scopes(ResourceCatalog catalog) {
    this.catalog = catalog;
  }

  /** All there are. */
  List<String> all() {
    List<String> scopes = new ArrayList<>();
    catalog.all().forEach(resource -> scopes.add(resource.scope()));
    scopes.addAll(OF_NO_RESOURCE);
    return scopes;
  }

  /** Those of the wanted ones that the portal's modules allow. */
  Set<String> allowed(Set<String> wanted, PortalSession session) {
    Set<String> allowed = new LinkedHashSet<>();
    for (String scope : wanted) {
      if (module(scope).filter(m -> !session.modules().contains(m)).isEmpty()) {
        allowed.add(scope);
      }
    }
    return allowed;
  }

  /** The portal module without which nobody has this scope; empty if there is none. */
  Optional<String> module(String scope) {
    if (scope.equals(SYNC_WRITE)) {
      return Optional.of(ADMINISTRATION);
    }
    return catalog.all().stream()
        .filter(resource -> resource.scope().equals(scope))
        .findFirst()
        .map(Resource::module);
  }

  /** That the portal does not show its user this module. */
  static ApiException moduleMissing(String module) {
    return new ApiException(
        Problem.of(
                ProblemType.NOT_ENTITLED,
                "The portal does not show this user its module "
                    + module
                    + ", which this needs. Ask the portal's administrator to allow it, then log in"
                    + " again.")
            .with("module", module));
  }
}
