package dev.camelentrata.portal.login;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads from a page of the portal who its user is and what they may see. */
final class EntitlementsReader {

  private final PortalMap map;

  EntitlementsReader(PortalMap map) {
    this.map = map;
  }

  /** Who the user is and what they may see. */
  record Entitlements(String user, String role, List<String> propertyIds, List<String> modules) {}

  Entitlements read(Document page) {
    PortalMap.Entitlements where = map.entitlements();
    return new Entitlements(
        text(page, where.user(), "user"),
        text(page, where.role(), "role"),
        values(page, where.properties(), where.propertyAttribute(), "properties"),
        values(page, where.modules(), where.moduleAttribute(), "modules"));
  }

  private String text(Document page, String selector, String entry) {
    if (selector == null) {
      return null;
    }
    Element element = page.selectFirst(selector);
    if (element == null) {
      throw drift(selector, entry);
    }
    return element.text();
  }

  private List<String> values(Document page, String selector, String attribute, String entry) {
    if (selector == null) {
      return List.of();
    }
    List<String> values =
        page.select(selector).stream()
            .map(e -> attribute == null ? e.text() : e.attr(attribute))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .distinct()
            .toList();
    if (values.isEmpty()) {
      throw drift(selector, entry);
    }
    return values;
  }

  private PortalException drift(String selector, String entry) {
    String mapEntry = "entitlements." + entry;
    return PortalException.of(
            PortalProblem.PORTAL_DRIFT,
            "The portal no longer matches "
                + map.source()
                + " at "
                + mapEntry
                + ": after the login nothing fits "
                + selector
                + ". Edit the map, or check in the portal that the user may see any of it.")
        .withMapEntry(mapEntry);
  }
}
