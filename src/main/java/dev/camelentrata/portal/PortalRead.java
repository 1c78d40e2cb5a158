package dev.camelentrata.portal;

import java.util.Map;
import java.util.Objects;

/**
 * One read of the portal.
 *
 * @param operation an operation of the portal map, for example {@code listUnits}
 * @param sessionId the portal session whose entitlements apply
 * @param parameters values for the map's placeholders, for example {@code propertyId}
 * @param page the portal's page to read, 0-based; null for all pages
 */
public record PortalRead(
    String operation,
    String sessionId,
    Map<String, String> parameters,
    Strategy strategy,
    Integer page) {

  public PortalRead {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(strategy, "strategy");
    parameters = Map.copyOf(parameters);
    if (page != null && page < 0) {
      throw new IllegalArgumentException("page must be 0 or more, not " + page);
    }
  }
}
