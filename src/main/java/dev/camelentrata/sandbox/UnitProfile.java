package dev.camelentrata.sandbox;

import java.util.List;

/** The profile page of one unit, with the form that changes it. */
final class UnitProfile {

  private static final String MODULE = "property_unitxxx";

  private final EntitledContent content;
  private final PageFrame frame;

  UnitProfile(EntitledContent content, PageFrame frame) {
    this.content = content;
    this.frame = frame;
  }

  List<Screen> screens() {
    return List.of(Screen.page(MODULE, "view_unit", this::page));
  }

  private Reply page(PortalCall call) {
    SandboxUnit unit = content.unit(call);
    SandboxProperty property = content.property(call.user(), unit.propertyId());
    return frame.page(
        call,
        property,
        "Unit " + unit.number() + ", " + property.name(),
        html -> {
          PropertyTabs.write(html, call.user(), property, "");
          html.raw("<div class=\"columns\">\n");
          profile(html, unit);
          form(html, unit, call.session().csrfToken);
          html.raw("</div>\n");
        });
  }

  private static void profile(Html html, SandboxUnit unit) {
    SandboxFloorplan floorplan = unit.floorplan();
    Letting letting = unit.letting();
    html.raw("<dl id=\"unit_profile\" class=\"profile\"")
        .attribute("data-unit-id", unit.id())
        .attribute("data-property-id", unit.propertyId())
        .attribute("data-floorplan-id", floorplan.id())
        .raw(">\n");
    field(html, "unit_number", "Unit", unit.number());
    field(html, "building", "Building", unit.building());
    field(html, "floorplan_name", "Floor plan", floorplan.name());
    field(html, "beds", "Beds", floorplan.beds().toPlainString());
    field(html, "baths", "Baths", floorplan.baths().toPlainString());
    field(html, "sqft", "SQFT", UsText.grouped(unit.squareFeet()));
    field(html, "status", "Unit status", letting.status().text);
    field(html, "available_on", "Available on", UsText.date(letting.availableOn()));
    field(html, "made_ready_on", "Made ready", UsText.date(letting.madeReadyOn()));
    field(html, "move_out_on", "Move-out", UsText.date(letting.moveOutOn()));
    field(html, "market_rent", "Market rent", UsText.money(letting.marketRent()));
    field(html, "effective_rent", "Effective rent", UsText.money(letting.effectiveRent()));
    field(html, "deposit", "Deposit", UsText.money(letting.deposit()));
    field(html, "notes", "Notes", letting.notes());
    html.raw("<div><dt>Rent by term</dt><dd>");
    UnitRow.rents(html, letting);
    html.raw("</dd></div>\n<div><dt>Amenities</dt><dd>")
        .text(String.join(", ", unit.amenities()))
        .raw("</dd></div>\n</dl>\n");
  }

  private static void field(Html html, String name, String label, String value) {
    PropertyProfile.field(html, name, label, value);
  }

  private static void form(Html html, SandboxUnit unit, String csrfToken) {
    Letting letting = unit.letting();
    html.raw("<form id=\"frm_edit_unit\" class=\"edit\" method=\"post\" data-ajax")
        .attribute("action", "/?module=property_unitsxxx&action=update_unit")
        .raw(
            ">\n<h2>Change this unit</h2>\n<div class=\"form-messages\" aria-live=\"polite\"></div>\n");
    hidden(html, "csrf_token", csrfToken);
    hidden(html, "property_unit[id]", unit.id());
    html.raw("<label>Status <select name=\"" + UnitUpdate.STATUS + "\">");
    for (SpaceStatus status : SpaceStatus.values()) {
      html.raw("<option")
          .attribute("value", status.id)
          .raw(status == letting.status() ? " selected>" : ">")
          .text(status.text)
          .raw("</option>");
    }
    html.raw("</select></label>\n");
    input(html, "Market rent", UnitUpdate.MARKET_RENT, UsText.money(letting.marketRent()));
    input(
        html,
        "Available on (MM/DD/YYYY)",
        UnitUpdate.AVAILABLE_ON,
        UsText.date(letting.availableOn()));
    html.raw("<label>Notes <textarea rows=\"3\" name=\"" + UnitUpdate.NOTES + "\">")
        .text(letting.notes())
        .raw(
            "</textarea></label>\n<button type=\"submit\" class=\"button\">Save</button></form>\n");
  }

  private static void hidden(Html html, String name, String value) {
    html.raw("<input type=\"hidden\"").attribute("name", name).attribute("value", value).raw(">\n");
  }

  private static void input(Html html, String label, String name, String value) {
    html.raw("<label>")
        .text(label)
        .raw(" <input type=\"text\"")
        .attribute("name", name)
        .attribute("value", value)
        .raw("></label>\n");
  }
}
