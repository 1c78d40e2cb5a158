package dev.camelentrata.component;

import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalCompany;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The clients that the component made for itself, one per company, shared by all endpoints of that
 * company. Safe for use by many threads.
 */
final class StandalonePortals implements AutoCloseable {

  private record Portal(PortalCompany company, Path dataDir, PortalClient client) {}

  private final PortalClientFactory factory;
  private final Map<String, Portal> portals = new HashMap<>();

  StandalonePortals(PortalClientFactory factory) {
    this.factory = factory;
  }

  /** The company's client, made at the first call. */
  synchronized PortalClient client(PortalCompany company, Path dataDir) {
    Portal portal = portals.get(company.name());
    if (portal == null) {
      portal = new Portal(company, dataDir, factory.create(company, dataDir));
      portals.put(company.name(), portal);
    } else if (!portal.company.equals(company) || !Objects.equals(portal.dataDir, dataDir)) {
      throw new IllegalArgumentException(
          "Two entrata endpoints describe company "
              + company.name()
              + " differently. Give baseUrl, portalMap, dataDir, concurrency and callsPerMinute once,"
              + " on the component.");
    }
    return portal.client;
  }

  /** Closes all clients; later calls make new ones. */
  @Override
  public synchronized void close() {
    portals.values().forEach(portal -> portal.client.close());
    portals.clear();
  }
}
