package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/** What a JSON Schema cannot say about a portal map: selectors, placeholders, what needs what. */
final class PortalMapChecks {

  private static final String LIST_PROPERTIES = "listProperties";
  private static final String GET = "get";

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

  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "cookie", "expect", "host", "upgrade", "user-agent");

  private final MapFaults faults;

  PortalMapChecks(MapFaults faults) {
    this.faults = faults;
  }

  void check(JsonNode map) {
    new ValueChecks(faults).check(map);
    checkSession(map.path("session"));
    checkSelectors(map, "");
    checkRequest(map.path("session").path("keepAlive"), "session.keepAlive", Set.of());
    checkRequest(map.path("session").path("logout"), "session.logout", Set.of());
    checkRequest(map.path("entitlements").path("request"), "entitlements.request", Set.of());
    checkText(map.path("login").path("page"), "login.page", Set.of());
    if (map.path("entitlements").path("properties").isTextual()) {
      checkSelector(
          map.path("entitlements").path("properties").asText(), "entitlements.properties");
    }
    checkDownloads(map.path("downloads"));
    map.path("operations")
        .properties()
        .forEach(
            operation ->
                checkOperation(
                    operation.getValue(),
                    FieldPath.of("operations", operation.getKey()),
                    parameters(operation.getKey())));
  }

  /** A download is of one document. */
  private void checkDownloads(JsonNode downloads) {
    downloads
        .properties()
        .forEach(
            download ->
                checkRequest(
                    download.getValue().path("request"),
                    FieldPath.of("downloads", download.getKey()) + ".request",
                    Set.of("documentId")));
  }

  /**
   * The parameters of an operation: lists have the property, single things their id, for example
   * {@code workOrderId} for {@code getWorkOrder}; {@code page} only where it is paged.
   */
  private static Set<String> parameters(String operation) {
    if (operation.startsWith(GET) && operation.length() > GET.length()) {
      return Set.of(
          Character.toLowerCase(operation.charAt(GET.length()))
              + operation.substring(GET.length() + 1)
              + "Id");
    }
    return operation.equals(LIST_PROPERTIES) ? Set.of() : Set.of("propertyId");
  }

  private void checkOperation(JsonNode operation, String at, Set<String> parameters) {
    if (!operation.has("replay") && !operation.has("browser")) {
      faults.add(at, "needs replay, browser or both");
    }
    JsonNode replay = operation.path("replay");
    if (replay.isObject()) {
      checkReplay(replay, at + ".replay", parameters);
    }
    JsonNode browser = operation.path("browser");
    if (browser.isObject()) {
      checkText(browser.path("page"), at + ".browser.page", parameters);
      if (browser.has("next") && !browser.has("pageNumber")) {
        faults.add(
            at + ".browser.next",
            "needs pageNumber beside it, which tells when the next page is there");
      }
      new RowChecks(faults).html(browser.path("html"), at + ".browser.html");
    }
  }

  private void checkReplay(JsonNode replay, String at, Set<String> parameters) {
    Set<String> known = new HashSet<>(parameters);
    JsonNode request = replay.path("request");
    boolean paged = replay.has("paging");
    if (paged) {
      known.add("page");
      if (!request.toString().contains("{page}")) {
        faults.add(
            at + ".paging", "the request has no {page}; put it where the page number belongs");
      }
    }
    checkRequest(request, at + ".request", known);
    if (replay.has("html") == replay.has("json")) {
      faults.add(at, "needs exactly one of html and json");
    }
    RowChecks rows = new RowChecks(faults);
    rows.html(replay.path("html"), at + ".html");
    rows.json(replay.path("json"), at + ".json");
  }

  private void checkRequest(JsonNode request, String at, Set<String> known) {
    if (!request.isObject()) {
      return;
    }
    checkText(request.path("path"), at + ".path", known);
    for (String part : new String[] {"query", "form", "headers"}) {
      request
          .path(part)
          .properties()
          .forEach(
              value ->
                  checkText(
                      value.getValue(), FieldPath.of(at + "." + part, value.getKey()), known));
    }
    if (request.has("form") && !request.path("method").asText().equals("POST")) {
      faults.add(at + ".form", "goes with method POST only; use query, or POST");
    }
    request
        .path("headers")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                faults.add(
                    FieldPath.of(at + ".headers", name),
                    "this header is set by the client itself; remove it");
              }
            });
  }

  private void checkText(JsonNode text, String at, Set<String> known) {
    Placeholders.each(
        text.asText(""),
        name -> {
          if (!known.contains(name)) {
            faults.add(
                at,
                "unknown placeholder {"
                    + name
                    + "}; allowed here: "
                    + (known.isEmpty()
                        ? "none"
                        : "{" + String.join("}, {", new TreeSet<>(known)) + "}"));
          }
        });
  }

  private void checkSelectors(JsonNode node, String at) {
    node.properties()
        .forEach(
            entry -> {
              String path = FieldPath.of(at, entry.getKey());
              JsonNode value = entry.getValue();
              if (value.isTextual() && isSelector(node, entry.getKey(), at)) {
                checkSelector(value.asText(), path);
              }
              checkSelectors(value, path);
            });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        checkSelectors(node.get(i), FieldPath.of(at, i));
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

  private void checkSelector(String css, String at) {
    try {
      QueryParser.parse(css);
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      faults.add(at, "this is not a CSS selector: " + e.getMessage());
    }
  }

  private void checkSession(JsonNode session) {
    if (session.has("csrf") != session.has("csrfHeader")) {
      faults.add("session.csrf", "csrf and csrfHeader go together; give both or neither");
    }
  }
}
