package dev.camelentrata.portal;

/**
 * The ways of reading a list that a company's portal map offers besides page after page.
 *
 * @param report one report holds what all properties have
 * @param changes the portal lists what was changed since a time
 */
public record PortalWays(boolean report, boolean changes) {

  public static final PortalWays NONE = new PortalWays(false, false);
}
