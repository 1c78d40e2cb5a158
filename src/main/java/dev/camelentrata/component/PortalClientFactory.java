package dev.camelentrata.component;

import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalCompany;
import java.nio.file.Path;

/** Makes the client of a company when the registry has none. */
@FunctionalInterface
interface PortalClientFactory {

  /**
   * A new client, to be closed by the caller.
   *
   * @param dataDir the folder for profiles and evidence; null for a temporary one
   */
  PortalClient create(PortalCompany company, Path dataDir);
}
