package dev.camelentrata.sync;

import dev.camelentrata.mirror.Mirror;
import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.resource.ResourceCatalog;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;

/** Wires the sync: the steps under the names that {@code routes/portal} calls them by. */
public final class SyncBeans {

  private final SyncEngine engine;
  private final Refresh refresh;
  private final SyncAccounts accounts;

  private SyncBeans(SyncEngine engine, Refresh refresh, SyncAccounts accounts) {
    this.engine = engine;
    this.refresh = refresh;
    this.accounts = accounts;
  }

  /** Binds the steps to the registry; to be called before the routes are loaded. */
  public static SyncBeans bind(
      CamelContext camel,
      PortalClient portal,
      Mirror mirror,
      SyncRuns runs,
      ResourceCatalog catalog,
      SyncSettings settings,
      Clock clock) {
    SyncAccounts accounts = new SyncAccounts(portal, settings.accounts());
    ScopeReader reader = new RouteScopeReader(camel.createProducerTemplate());
    SyncEngine engine =
        new SyncEngine(accounts, catalog, runs, mirror::asOf, reader, settings, clock);
    Registry registry = camel.getRegistry();
    MirrorItems items = new MirrorItems(new PropertyDays(mirror, catalog));
    registry.bind("writeMirror", new WriteMirror(mirror, items));
    registry.bind("readReport", new ReadReport(portal));
    registry.bind("writeReport", new WriteReport(mirror, items));
    registry.bind("propertyOfThing", new PropertyOfThing());
    registry.bind("startSync", new StartSync(engine));
    registry.bind("startComplete", new StartComplete(engine));
    registry.bind("mayPass", new MayPass());
    return new SyncBeans(engine, new PortalRefresh(reader, accounts, mirror::asOf), accounts);
  }

  public SyncEngine engine() {
    return engine;
  }

  public Refresh refresh() {
    return refresh;
  }

  public SyncAccounts accounts() {
    return accounts;
  }
}
