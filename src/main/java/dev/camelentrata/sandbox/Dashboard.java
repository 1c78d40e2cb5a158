package dev.camelentrata.sandbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The dashboard, its keep-alive call, and the menu's modules that the sandbox does not have. */
final class Dashboard {

  private static final List<String> BUILT =
      List.of(
          "dashboardxxx",
          "propertiesxxx",
          "property_unitsxxx",
          "property_floorplansxxx",
          "report_library_newxxx");

  private final EntitledContent content;
  private final PageFrame frame;
  private final Counters counters;

  Dashboard(EntitledContent content, PageFrame frame, Counters counters) {
    this.content = content;
    this.frame = frame;
    this.counters = counters;
  }

  List<Screen> screens() {
    List<Screen> screens = new ArrayList<>();
    screens.add(Screen.page("dashboardxxx", "view_dashboard", this::page));
    screens.add(Screen.json("general_dashboardxxx", "keep_alive", this::keepAlive));
    for (MenuEntry entry : MenuEntry.ALL) {
      if (!BUILT.contains(entry.module())) {
        screens.add(Screen.page(entry.module(), "view", call -> notBuilt(call, entry)));
      }
    }
    return screens;
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

  private Reply notBuilt(PortalCall call, MenuEntry entry) {
    if (!entry.visibleTo(call.user())) {
      throw Refusal.notEntitled(entry.label());
    }
    return frame.page(
        call,
        entry.label(),
        html -> html.raw("<p class=\"no-records\">This screen is not part of the sandbox.</p>\n"));
  }
}
