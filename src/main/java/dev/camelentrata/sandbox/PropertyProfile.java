package dev.camelentrata.sandbox;

import java.util.List;

/** The profile page of one property. */
final class PropertyProfile {

  private static final String MODULE = "propertyxxx";

  private final EntitledContent content;
  private final PageFrame frame;

  PropertyProfile(EntitledContent content, PageFrame frame) {
    this.content = content;
    this.frame = frame;
  }

  List<Screen> screens() {
    return List.of(Screen.page(MODULE, "view_property", this::page));
  }

  private Reply page(PortalCall call) {
    SandboxProperty property = content.property(call);
    return frame.page(
        call,
        property,
        property.name(),
        html -> {
          PropertyTabs.write(html, call.user(), property, MODULE);
          html.raw("<dl id=\"property_profile\" class=\"profile\"")
              .attribute("data-property-id", property.id())
              .raw(">\n");
          field(html, "name", "Marketing name", property.name());
          field(html, "type", "Type", property.type());
          field(html, "street", "Address", property.street());
          field(html, "city", "City", property.city().name());
          field(html, "state", "State", property.city().state());
          field(html, "zip", "Zip", property.zip());
          field(html, "year-built", "Year built", Integer.toString(property.yearBuilt()));
          field(html, "units", "Units", Integer.toString(property.units()));
          field(html, "time-zone", "Time zone", property.city().timeZone());
          field(html, "disabled", "Disabled", property.disabled() ? "Yes" : "No");
          html.raw("</dl>\n");
        });
  }

  static void field(Html html, String name, String label, String value) {
    html.raw("<div><dt>")
        .text(label)
        .raw("</dt><dd")
        .attribute("data-field", name)
        .raw(">")
        .text(value)
        .raw("</dd></div>\n");
  }
}
