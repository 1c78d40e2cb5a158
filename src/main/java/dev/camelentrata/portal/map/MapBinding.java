package dev.camelentrata.portal.map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.camelentrata.portal.PortalProblem;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Turns checked trees into the records of {@link PortalMap}. */
final class MapBinding {

  private MapBinding() {}

  static PortalMap map(List<YamlTree> files, String revision) {
    JsonNode map = files.get(0).root();
    return new PortalMap(
        text(map, "portal"),
        files.get(0).source(),
        revision,
        ZoneId.of(text(map, "timeZone")),
        text(map, "dateFormat"),
        text(map, "currency"),
        login(map.get("login")),
        session(map.get("session")),
        entitlements(map.get("entitlements")),
        named(map.get("operations"), MapBinding::operation),
        WriteBinding.writes(files),
        named(map.path("downloads"), MapBinding::download));
  }

  private static PortalMap.Login login(JsonNode login) {
    return new PortalMap.Login(
        text(login, "page"),
        text(login, "username"),
        text(login, "password"),
        text(login, "submit"),
        text(login, "signedIn"),
        list(
            login.path("outcomes"),
            o -> new PortalMap.Outcome(problem(o), text(o, "selector"), text(o, "text"))),
        optional(login, "mfa", MapBinding::mfa));
  }

  private static PortalMap.MfaChallenge mfa(JsonNode mfa) {
    return new PortalMap.MfaChallenge(
        text(mfa, "challenge"),
        text(mfa, "methods"),
        text(mfa, "methodAttribute"),
        text(mfa, "code"),
        text(mfa, "submit"),
        text(mfa, "rejected"));
  }

  private static PortalMap.Session session(JsonNode session) {
    JsonNode expired = session.get("expired");
    return new PortalMap.Session(
        text(session, "csrf"),
        text(session, "csrfAttribute"),
        text(session, "csrfHeader"),
        duration(text(session, "idle")),
        request(session.get("keepAlive")),
        optional(session, "logout", MapBinding::request),
        new PortalMap.Expired(
            list(expired.path("statuses"), JsonNode::asInt),
            text(expired, "redirect"),
            text(expired, "marker")),
        list(
            session.path("interruptions"),
            i -> new PortalMap.Interruption(problem(i), text(i, "marker"))));
  }

  private static PortalMap.Entitlements entitlements(JsonNode entitlements) {
    return new PortalMap.Entitlements(
        request(entitlements.get("request")),
        text(entitlements, "user"),
        text(entitlements, "role"),
        text(entitlements, "properties"),
        text(entitlements, "propertyAttribute"),
        text(entitlements, "modules"),
        text(entitlements, "moduleAttribute"));
  }

  static PortalMap.Request request(JsonNode request) {
    return new PortalMap.Request(
        text(request, "method"),
        text(request, "path"),
        values(request, "query"),
        values(request, "form"),
        values(request, "headers"));
  }

  private static Map<String, String> values(JsonNode node, String key) {
    return named(node.path(key), (name, value) -> value.asText());
  }

  private static PortalMap.Operation operation(String name, JsonNode operation) {
    return new PortalMap.Operation(
        name,
        text(operation, "screen"),
        optional(operation, "replay", MapBinding::replay),
        optional(operation, "report", MapBinding::report),
        optional(operation, "browser", MapBinding::browser));
  }

  private static PortalMap.Download download(String name, JsonNode download) {
    return new PortalMap.Download(
        text(download, "screen"),
        request(download.get("request")),
        list(download.get("types"), JsonNode::asText));
  }

  private static PortalMap.Replay replay(JsonNode replay) {
    return new PortalMap.Replay(
        request(replay.get("request")),
        optional(
            replay,
            "since",
            s -> new PortalMap.Since(values(s, "query"), values(s, "form"), text(s, "format"))),
        optional(
            replay,
            "paging",
            p -> new PortalMap.Paging(p.get("first").asInt(), p.get("size").asInt())),
        optional(replay, "html", MapBinding::html),
        optional(replay, "json", MapBinding::json));
  }

  private static PortalMap.Report report(JsonNode report) {
    String patience = text(report, "patience");
    JsonNode csv = report.get("csv");
    return new PortalMap.Report(
        request(report.get("request")),
        text(report, "token"),
        text(report, "url"),
        text(report, "errors"),
        request(report.get("ready")),
        duration(patience == null ? "10m" : patience),
        new PortalMap.CsvRows(text(csv, "total"), named(csv.get("fields"), MapBinding::field)));
  }

  private static PortalMap.Browser browser(JsonNode browser) {
    return new PortalMap.Browser(
        text(browser, "page"),
        text(browser, "ready"),
        text(browser, "container"),
        text(browser, "next"),
        optional(browser, "pageNumber", MapBinding::place),
        html(browser.get("html")));
  }

  private static PortalMap.HtmlRows html(JsonNode html) {
    return new PortalMap.HtmlRows(
        optional(html, "total", MapBinding::place),
        text(html, "headings"),
        text(html, "rows"),
        text(html, "empty"),
        named(html.get("fields"), MapBinding::field));
  }

  private static PortalMap.JsonRows json(JsonNode json) {
    return new PortalMap.JsonRows(
        optional(json, "success", s -> new PortalMap.Success(text(s, "path"), text(s, "value"))),
        text(json, "total"),
        text(json, "rows"),
        text(json, "empty"),
        named(json.get("fields"), MapBinding::field));
  }

  static PortalMap.Place place(JsonNode place) {
    return new PortalMap.Place(text(place, "select"), text(place, "attribute"));
  }

  private static PortalMap.Field field(String name, JsonNode field) {
    return new PortalMap.Field(
        name,
        PortalMap.Type.valueOf(text(field, "type").toUpperCase(Locale.ROOT)),
        field.path("required").asBoolean(false),
        text(field, "column"),
        text(field, "select"),
        text(field, "attribute"),
        text(field, "path"),
        optional(field, "fields", fields -> named(fields, MapBinding::field)));
  }

  private static PortalProblem problem(JsonNode node) {
    return PortalProblem.ofSlug(text(node, "problem"));
  }

  private static Duration duration(String text) {
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  static String text(JsonNode node, String key) {
    return node.hasNonNull(key) ? node.get(key).asText() : null;
  }

  static <T> T optional(JsonNode node, String key, Function<JsonNode, T> bind) {
    return node.hasNonNull(key) ? bind.apply(node.get(key)) : null;
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> bind) {
    List<T> list = new ArrayList<>();
    array.forEach(each -> list.add(bind.apply(each)));
    return List.copyOf(list);
  }

  static <T> Map<String, T> named(JsonNode object, BiFunction<String, JsonNode, T> bind) {
    Map<String, T> named = new LinkedHashMap<>();
    object.properties().forEach(e -> named.put(e.getKey(), bind.apply(e.getKey(), e.getValue())));
    return Collections.unmodifiableMap(named);
  }
}
