package dev.camelentrata.sandbox;

/** The links between the screens of one property. */
final class PropertyTabs {

  private PropertyTabs() {}

  static void write(Html html, SandboxProperty property, String current) {
    html.raw("<nav class=\"tabs\" aria-label=\"Property\">");
    tab(html, property, "propertyxxx", "Profile", current);
    tab(html, property, "property_unitsxxx", "Units", current);
    tab(html, property, "property_floorplansxxx", "Floor Plans", current);
    html.raw("</nav>\n");
  }

  private static void tab(
      Html html, SandboxProperty property, String module, String label, String current) {
    html.raw("<a")
        .attribute("href", "/?module=" + module + "&property[id]=" + property.id())
        .raw(module.equals(current) ? " aria-current=\"page\">" : ">")
        .raw(label)
        .raw("</a>");
  }
}
