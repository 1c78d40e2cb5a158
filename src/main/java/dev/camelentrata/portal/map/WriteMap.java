package dev.camelentrata.portal.map;

import java.util.Map;

/**
 * The part of a portal map that says how writes are done. Immutable.
 *
 * @param timeFormat how a time of the day is written, for example {@code HH:mm}
 * @param flows by the names of the write catalogue, for example {@code createLease}
 * @param references where any write is found again; null only if there are no flows
 */
public record WriteMap(
    String timeFormat, Map<String, WriteFlow> flows, ReferenceSearch references) {

  public WriteMap {
    flows = Map.copyOf(flows);
  }
}
