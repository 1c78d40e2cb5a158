package dev.camelentrata.api;

import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.write.Write;
import dev.camelentrata.write.WriteCatalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scopes that a token can have, and which of them the portal's modules allow. */
final class Scopes {

  static final String SUBMISSIONS_READ = "submissions:read";
  static final String SUBMISSIONS_WRITE = "submissions:write";
  static final String WEBHOOKS_READ = "webhooks:read";
  static final String WEBHOOKS_WRITE = "webhooks:write";
  static final String DEAD_LETTERS_READ = "dead-letters:read";
  static final String DEAD_LETTERS_WRITE = "dead-letters:write";
  static final String REPORTS_READ = "reports:read";
  static final String REPORTS_WRITE = "reports:write";

  static final String ACCOUNTING_READ = "accounting:read";
  static final String ACCOUNTING_WRITE = "accounting:write";

  /** Whoever sees the portal's general journal sees what is made of it. */
  static final String JOURNAL = "general_journalxxx";

  private static final String SYNC_WRITE = "sync:write";

  /**
   * Scopes for the log of events, for sync runs, submissions, uploads, webhooks, dead letters,
   * reports and accounting.
   */
  static final List<String> OF_NO_RESOURCE =
      List.of(
          "events:read",
          "sync:read",
          SYNC_WRITE,
          SUBMISSIONS_READ,
          SUBMISSIONS_WRITE,
          "uploads:write",
          WEBHOOKS_READ,
          WEBHOOKS_WRITE,
          DEAD_LETTERS_READ,
          DEAD_LETTERS_WRITE,
          REPORTS_READ,
          REPORTS_WRITE,
          ACCOUNTING_READ,
          ACCOUNTING_WRITE);

  /** Only for those who administer the portal's users. */
  private static final List<String> OF_ADMINISTRATION =
      List.of(SYNC_WRITE, DEAD_LETTERS_READ, DEAD_LETTERS_WRITE, REPORTS_WRITE);

  /** Whoever administers the portal's users sees all of the company. */
  private static final String ADMINISTRATION = "users_groupsxxx";

  private final ResourceCatalog catalog;
  private final WriteCatalog writes;

  Scopes(ResourceCatalog catalog, WriteCatalog writes) {
    this.catalog = catalog;
    this.writes = writes;
  }

  /** All there are. */
  List<String> all() {
    List<String> scopes = new ArrayList<>();
    catalog.all().forEach(resource -> scopes.add(resource.scope()));
    writes.all().stream().map(Write::scope).distinct().forEach(scopes::add);
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
    if (OF_ADMINISTRATION.contains(scope)) {
      return Optional.of(ADMINISTRATION);
    }
    if (scope.equals(ACCOUNTING_READ) || scope.equals(ACCOUNTING_WRITE)) {
      return Optional.of(JOURNAL);
    }
    return catalog.all().stream()
        .filter(resource -> resource.scope().equals(scope))
        .findFirst()
        .map(Resource::module)
        .or(
            () ->
                writes.all().stream()
                    .filter(write -> write.scope().equals(scope))
                    .findFirst()
                    .map(Write::module));
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
