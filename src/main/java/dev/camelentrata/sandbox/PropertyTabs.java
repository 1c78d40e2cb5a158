package dev.camelentrata.sandbox;

import java.util.Set;

/** The links between the screens of one property. */
final class PropertyTabs {

  private static final Set<String> OF_A_PROPERTY =
      Set.of(
          "property_unitsxxx",
          "property_floorplansxxx",
          "applicationsxxx",
          "customers_systemxxx",
          "customer_work_orders_newxxx",
          "inspections_newxxx",
          "ar_paymentsxxx",
          "ar_depositsxxx",
          "general_journalxxx");

  private PropertyTabs() {}

  static void write(Html html, SandboxUser user, SandboxProperty property, String current) {
    html.raw("<nav class=\"tabs\" aria-label=\"Property\">");
    tab(html, property, "propertyxxx", "Profile", current);
    for (MenuEntry entry : MenuEntry.of(user)) {
      if (OF_A_PROPERTY.contains(entry.module())) {
        tab(html, property, entry.module(), entry.label(), current);
      }
    }
    html.raw("</nav>\n");
  }

  private static void tab(
      Html html, SandboxProperty property, String module, String label, String current) {
    html.raw("<a")
        .attribute("href", "/?module=" + module + "&property[id]=" + property.id())
        .raw(module.equals(current) ? " aria-current=\"page\">" : ">")
        .text(label)
        .raw("</a>");
  }
}
