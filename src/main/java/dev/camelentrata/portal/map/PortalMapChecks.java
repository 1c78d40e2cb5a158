package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What a JSON Schema cannot say about a portal map: selectors, placeholders, what needs what. */
final class PortalMapChecks {

  private static final String LIST_PROPERTIES = "listProperties";
  private static final String GET = "get";
  private static final String LIST = "list";

  private final MapFaults faults;
  private final RequestChecks requests;
  private final SelectorChecks selectors;

  PortalMapChecks(MapFaults faults) {
    this.faults = faults;
    this.requests = new RequestChecks(faults);
    this.selectors = new SelectorChecks(faults);
  }

  /** Checks everything but the writes. */
  void check(JsonNode map) {
    new ValueChecks(faults).check(map);
    checkSession(map.path("session"));
    for (String part :
        new String[] {"login", "session", "entitlements", "operations", "downloads"}) {
      selectors.checkBelow(map.path(part), part);
    }
    requests.check(map.path("session").path("keepAlive"), "session.keepAlive", Set.of());
    requests.check(map.path("session").path("logout"), "session.logout", Set.of());
    requests.check(map.path("entitlements").path("request"), "entitlements.request", Set.of());
    requests.checkText(map.path("login").path("page"), "login.page", Set.of());
    selectors.check(map.path("entitlements").path("properties"), "entitlements.properties");
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
                requests.check(
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
    JsonNode report = operation.path("report");
    if (report.isObject()) {
      checkReport(report, at + ".report");
    }
    JsonNode browser = operation.path("browser");
    if (browser.isObject()) {
      requests.checkText(browser.path("page"), at + ".browser.page", parameters);
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
    requests.check(request, at + ".request", known);
    if (replay.has("since")) {
      new SinceChecks(faults).check(replay.path("since"), request, at + ".since");
      requests.check(replay.path("since"), at + ".since", Set.of("since"));
    }
    if (replay.has("html") == replay.has("json")) {
      faults.add(at, "needs exactly one of html and json");
    }
    RowChecks rows = new RowChecks(faults);
    rows.html(replay.path("html"), at + ".html");
    rows.json(replay.path("json"), at + ".json");
  }

  private void checkReport(JsonNode report, String at) {
    if (!at.startsWith("operations." + LIST) || at.startsWith("operations." + LIST_PROPERTIES)) {
      faults.add(at, "goes with lists of what belongs to properties only; use replay");
    }
    requests.check(report.path("request"), at + ".request", Set.of("propertyIds"));
    requests.check(report.path("ready"), at + ".ready", Set.of("token"));
    new RowChecks(faults).csv(report.path("csv"), at + ".csv");
  }

  private void checkSession(JsonNode session) {
    if (session.has("csrf") != session.has("csrfHeader")) {
      faults.add("session.csrf", "csrf and csrfHeader go together; give both or neither");
    }
  }
}
