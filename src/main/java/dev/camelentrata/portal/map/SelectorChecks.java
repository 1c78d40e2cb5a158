package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/** Checks the CSS selectors of a portal map. */
final class SelectorChecks {

  private static final Set<String> SELECTORS =
      Set.of(
          "username",
          "password",
          "submit",
          "signedIn",
          "selector",
          "challenge",
          "methods",
          "code",
          "rejected",
          "csrf",
          "user",
          "role",
          "modules",
          "ready",
          "container",
          "next",
          "select",
          "headings");

  private final MapFaults faults;

  SelectorChecks(MapFaults faults) {
    this.faults = faults;
  }

  void check(JsonNode css, String at) {
    if (css.isTextual()) {
      try {
        QueryParser.parse(css.asText());
      } catch (Selector.SelectorParseException | IllegalArgumentException e) {
        faults.add(at, "this is not a CSS selector: " + e.getMessage());
      }
    }
  }

  /** Checks all selectors below, known by their keys. */
  void checkBelow(JsonNode node, String at) {
    node.properties()
        .forEach(
            entry -> {
              String path = FieldPath.of(at, entry.getKey());
              if (isSelector(node, entry.getKey(), at)) {
                check(entry.getValue(), path);
              }
              checkBelow(entry.getValue(), path);
            });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        checkBelow(node.get(i), FieldPath.of(at, i));
      }
    }
  }

  private static boolean isSelector(JsonNode parent, String key, String at) {
    if (at.endsWith(".query") || at.endsWith(".form") || at.endsWith(".headers")) {
      return false;
    }
    boolean ofHtml = at.endsWith(".html") && (key.equals("rows") || key.equals("empty"));
    return ofHtml || (SELECTORS.contains(key) && parent.isObject());
  }
}
