package dev.camelentrata.portal.map;

import dev.camelentrata.portal.PortalCompany;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Portal maps from files, one per company, with its writes in a second file beside it or in itself;
 * a changed file is taken over within a second of use. A company without a file has the built-in
 * map of its own name, or else the one for Entrata. Safe for use by many threads.
 */
public final class PortalMapFiles implements PortalMaps {

  private final Map<String, WatchedMap> maps = new TreeMap<>();

  /**
   * Loads every company's map, whose writes may name whatever they like.
   *
   * @throws PortalMapException if a map has mistakes
   */
  public PortalMapFiles(Collection<PortalCompany> companies, Clock clock) {
    this(companies, Map.of(), clock);
  }

  /**
   * Loads every company's map.
   *
   * @param writes what the maps' writes may name, by operation
   * @throws PortalMapException if a map has mistakes
   */
  public PortalMapFiles(
      Collection<PortalCompany> companies, Map<String, WriteNames> writes, Clock clock) {
    PortalMapReader reader = new PortalMapReader(writes);
    for (PortalCompany company : companies) {
      MapSource source =
          company.portalMap() == null
              ? MapSource.builtIn(company.name())
              : MapSource.file(company.portalMap());
      maps.put(company.name(), new WatchedMap(source, reader, clock));
    }
  }

  @Override
  public PortalMap forCompany(String company) {
    return watched(company).current();
  }

  @Override
  public PortalMap latest(String company) {
    return watched(company).latest();
  }

  private WatchedMap watched(String company) {
    WatchedMap map = maps.get(company);
    if (map == null) {
      throw new IllegalArgumentException(
          "unknown company '" + company + "'; configured are: " + String.join(", ", maps.keySet()));
    }
    return map;
  }
}
