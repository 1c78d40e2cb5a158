package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.ListingFrame.Heading;
import java.util.List;

/** The unit listing as a page with its filter form, and as the fragment that fills it. */
final class UnitListing {

  private static final String MODULE = "property_unitsxxx";
  private static final int USUAL_SIZE = 64_000;

  private static final List<Heading> HEADINGS =
      List.of(
          new Heading("Unit", "unit"),
          new Heading("Building", null),
          new Heading("Floor Plan", "floorplan"),
          new Heading("Beds", "beds"),
          new Heading("Baths", null),
          new Heading("SQFT", "sqft"),
          new Heading("Unit Status", "status"),
          new Heading("Available On", "available_on"),
          new Heading("Made Ready", null),
          new Heading("Move-Out", null),
          new Heading("Market Rent", "market_rent"),
          new Heading("Effective Rent", null),
          new Heading("Rent by Term", null),
          new Heading("Deposit", null),
          new Heading("Amenities", null));

  private final EntitledContent content;
  private final PageFrame frame;

  UnitListing(EntitledContent content, PageFrame frame) {
    this.content = content;
    this.frame = frame;
  }

  List<Screen> screens() {
    return List.of(
        Screen.page(MODULE, "view_property_units", this::page),
        Screen.fragment(MODULE, "view_property_units_list", this::fragment));
  }

  private Reply page(PortalCall call) {
    SandboxProperty property = content.propertyOrFirst(call);
    return frame.page(
        call,
        property,
        property.name() + ": units",
        html -> {
          PropertyTabs.write(html, call.user(), property, MODULE);
          filterForm(html, property);
          ListingFrame.container(
              html,
              "/?module="
                  + MODULE
                  + "&action=view_property_units_list&property[id]="
                  + property.id());
        });
  }

  private void filterForm(Html html, SandboxProperty property) {
    FilterForm.open(html);
    html.raw("<label>Unit <input type=\"search\" name=\"" + UnitQuery.NUMBER + "\"></label>\n");
    html.raw(
        "<label>Status <select name=\"" + UnitQuery.STATUS + "\"><option value=\"\">Any</option>");
    for (SpaceStatus status : SpaceStatus.values()) {
      FilterForm.option(html, status.id, status.text);
    }
    html.raw("</select></label>\n<label>Floor plan <select name=\"" + UnitQuery.FLOORPLAN + "\">");
    html.raw("<option value=\"\">Any</option>");
    for (SandboxFloorplan floorplan : content.floorplans(property)) {
      FilterForm.option(html, floorplan.id(), floorplan.name());
    }
    html.raw("</select></label>\n");
    FilterForm.close(html);
  }

  private Reply fragment(PortalCall call) {
    SandboxProperty property = content.property(call);
    ListingPage<SandboxUnit> page = UnitQuery.page(content.units(property), call);
    Html html = new Html(USUAL_SIZE);
    ListingFrame.open(html, page, "tbl_units", "Units");
    ListingFrame.headings(html, HEADINGS);
    for (SandboxUnit unit : page.rows()) {
      UnitRow.write(html, unit);
    }
    return Reply.html(200, ListingFrame.close(html, page));
  }
}
