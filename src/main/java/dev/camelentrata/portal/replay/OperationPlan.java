package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.drift.DriftSite;
import dev.camelentrata.portal.map.Placeholders;
import dev.camelentrata.portal.map.PortalMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An operation of a portal map with its selectors and field tables made ready. Immutable. */
final class OperationPlan {

  private final PortalMap map;
  private final PortalMap.Operation operation;
  private final RowPlan replay;
  private final HtmlPlan browser;
  private final CsvPlan report;

  OperationPlan(PortalMap map, PortalMap.Operation operation) {
    this.map = map;
    this.operation = operation;
    ValueReader values = new ValueReader(map);
    PortalMap.Replay r = operation.replay();
    this.replay =
        r == null
            ? null
            : r.json() != null ? new JsonPlan(r.json(), values) : new HtmlPlan(r.html(), values);
    this.report = operation.report() == null ? null : new CsvPlan(operation.report().csv(), values);
    this.browser =
        operation.browser() == null ? null : new HtmlPlan(operation.browser().html(), values);
  }

  PortalMap map() {
    return map;
  }

  PortalMap.Operation operation() {
    return operation;
  }

  RowPlan replay() {
    return replay;
  }

  /** How a report's file is read; null if the map has none. */
  CsvPlan report() {
    return report;
  }

  HtmlPlan browser() {
    return browser;
  }

  DriftSite replaySite(Integer page) {
    return DriftSite.of(map, operation, "replay", page);
  }

  DriftSite browserSite(Integer page) {
    return DriftSite.of(map, operation, "browser", page);
  }

  /**
   * The call of a replay; with the parameter {@code since}, an instant, the call for what was
   * changed since then.
   */
  PortalMap.Request request(Map<String, String> parameters) {
    PortalMap.Replay replay = operation.replay();
    return parameters.containsKey(ChangedSince.PARAMETER)
        ? new ChangedSince(map, replay.since()).added(replay.request(), parameters)
        : replay.request();
  }

  /** Throws {@link IllegalArgumentException} naming the parameters that the map needs and lacks. */
  void requireParameters(Map<String, String> parameters) {
    boolean changes = operation.replay() != null && operation.replay().since() != null;
    if (parameters.containsKey(ChangedSince.PARAMETER) && !changes) {
      throw new IllegalArgumentException(
          map.source() + " has no operations." + operation.name() + ".replay.since");
    }
    Set<String> missing = new TreeSet<>();
    if (operation.replay() != null) {
      PortalMap.Request request = operation.replay().request();
      Placeholders.each(request.path(), missing::add);
      request.query().values().forEach(value -> Placeholders.each(value, missing::add));
      request.form().values().forEach(value -> Placeholders.each(value, missing::add));
      request.headers().values().forEach(value -> Placeholders.each(value, missing::add));
    }
    if (operation.browser() != null) {
      Placeholders.each(operation.browser().page(), missing::add);
    }
    missing.remove("page");
    missing.removeIf(name -> parameters.containsKey(name) && !parameters.get(name).isBlank());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          operation.name() + " needs the parameter " + String.join(", ", missing));
    }
  }
}
