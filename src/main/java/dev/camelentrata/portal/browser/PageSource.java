package dev.camelentrata.portal.browser;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionJar;
import java.util.List;
import java.util.Map;

/**
 * Opens an operation's page in a real browser and gives the HTML of its container, page by page.
 */
public interface PageSource {

  /**
   * The container's outer HTML for each page of the listing.
   *
   * @param page the one page wanted, 0-based; null for all
   */
  List<String> pages(
      PortalCompany company,
      PortalMap map,
      PortalMap.Operation operation,
      Map<String, String> parameters,
      SessionJar jar,
      Integer page);
}
