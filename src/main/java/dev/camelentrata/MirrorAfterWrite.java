package dev.camelentrata;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.submission.AfterWrite;
import dev.camelentrata.sync.Refresh;
import dev.camelentrata.sync.SyncAccounts;
import java.util.Optional;

/** Lets the mirror follow what submissions have written. */
final class MirrorAfterWrite implements AfterWrite {

  private final Refresh refresh;
  private final SyncAccounts accounts;
  private final ResourceCatalog catalog;

  MirrorAfterWrite(Refresh refresh, SyncAccounts accounts, ResourceCatalog catalog) {
    this.refresh = refresh;
    this.accounts = accounts;
    this.catalog = catalog;
  }

  @Override
  public void refresh(String company, String resource, String propertyId, String sessionId) {
    Resource named = catalog.named(resource);
    refresh.refreshChanges(
        new MirrorScope(company, named, named.perProperty() ? propertyId : null), sessionId);
  }

  @Override
  public Optional<String> session(String company) {
    return accounts.session(company);
  }
}
