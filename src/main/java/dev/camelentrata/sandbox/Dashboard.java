package dev.camelentrata.sandbox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The dashboard and its keep-alive call. */
final class Dashboard {

  private final EntitledContent content;
  private final PageFrame frame;
  private final Counters counters;

  Dashboard(EntitledContent content, PageFrame frame, Counters counters) {
    this.content = content;
    this.frame = frame;
    this.counters = counters;
  }

  List<Screen> screens() {
    return List.of(
        Screen.page("dashboardxxx", "view_dashboard", this::page),
        Screen.json("general_dashboardxxx", "keep_alive", this::keepAlive));
  }

  private Reply page(PortalCall call) {
    List<SandboxProperty> properties = content.properties(call.user());
    Map<SpaceStatus, Integer> counts = new EnumMap<>(SpaceStatus.class);
    for (SandboxProperty property : properties) {
      for (SandboxUnit unit : content.units(property)) {
        counts.merge(unit.letting().status(), 1, Integer::sum);
      }
    }
    return frame.page(
        call,
        "Dashboard",
        html -> {
          html.raw("<ul class=\"tiles\">");
          tile(html, properties.size(), "Properties");
          tile(html, sum(counts, status -> true), "Units");
          tile(html, sum(counts, SpaceStatus::available), "Available");
          tile(html, sum(counts, SpaceStatus::vacant), "Vacant");
          html.raw("</ul>\n<h2>Units by status</h2>\n<ul class=\"status-counts\">");
          for (SpaceStatus status : SpaceStatus.values()) {
            html.raw("<li>");
            UnitRow.badge(html, status);
            html.raw(" ").text(UsText.grouped(counts.getOrDefault(status, 0))).raw("</li>");
          }
          html.raw("</ul>\n");
        });
  }

  private static int sum(Map<SpaceStatus, Integer> counts, Predicate<SpaceStatus> which) {
    return counts.entrySet().stream()
        .filter(e -> which.test(e.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static void tile(Html html, long count, String label) {
    html.raw("<li><strong>").text(UsText.grouped(count)).raw("</strong> ").raw(label).raw("</li>");
  }

  private Reply keepAlive(PortalCall call) {
    counters.keepAlive();
    return Reply.json(200, "{\"status\":\"success\",\"messages\":[],\"data\":{}}");
  }
}
