package dev.camelentrata.portal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An Entrata customer: where its portal is, which portal map describes it, and how much of it we
 * may use.
 *
 * @param baseUrl scheme, host and port of the portal, without a path
 * @param portalMap the portal map's file; null for the built-in map named after the portal
 * @param concurrency calls at the same time, at least 1
 * @param callsPerMinute calls per minute; 0 for no limit
 */
public record PortalCompany(
    String name, URI baseUrl, Path portalMap, int concurrency, int callsPerMinute) {

  public PortalCompany {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(baseUrl, "baseUrl");
    if (concurrency < 1 || callsPerMinute < 0) {
      throw new IllegalArgumentException(
          "company " + name + ": concurrency must be at least 1, calls-per-minute at least 0");
    }
  }
}
