package dev.camelentrata.portal.drift;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;

/**
 * Where something of a portal map was looked for, and the {@code portal-drift} it makes when it is
 * not there.
 *
 * @param source the portal map's file
 * @param entry dotted path in the map that parts are relative to
 * @param screen the portal screen a person would open to see the same
 * @param page the portal's page, 0-based; null if there is only one
 */
public record DriftSite(
    String source, String operation, String entry, String screen, Integer page) {

  /** The place of an operation's {@code replay} or {@code browser}. */
  public static DriftSite of(
      PortalMap map, PortalMap.Operation operation, String way, Integer page) {
    return new DriftSite(
        map.source(),
        operation.name(),
        "operations." + operation.name() + "." + way,
        operation.screen(),
        page);
  }

  /** The same, for entries below this part. */
  public DriftSite below(String part) {
    return new DriftSite(source, operation, entry + "." + part, screen, page);
  }

  /**
   * The exception to throw.
   *
   * @param part the entry that does not fit, relative to {@link #entry}; empty for itself
   * @param seen what is there instead: names of the portal's own, never data
   */
  public PortalException drift(String part, String seen) {
    String at = part.isEmpty() ? entry : entry + "." + part;
    String where = page == null ? "" : ", page " + page;
    return PortalException.of(
            PortalProblem.PORTAL_DRIFT,
            "The portal no longer matches "
                + source
                + " at "
                + at
                + " (screen "
                + screen
                + where
                + "): "
                + seen
                + ". Look at the screen in the portal and edit this entry; the map is reloaded while"
                + " running.")
        .in(null, operation, null, page)
        .withMapEntry(at);
  }
}
