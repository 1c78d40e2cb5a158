package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.ListingFrame.Heading;
import java.util.List;
import java.util.stream.Stream;

/** The floor plans of a property with their rent ranges. */
final class FloorplanListing {

  private static final String MODULE = "property_floorplansxxx";

  private static final List<Heading> HEADINGS =
      Stream.of(
              "Floor Plan",
              "Beds",
              "Baths",
              "SQFT",
              "Units",
              "Available",
              "Rent From",
              "Rent To",
              "Deposit")
          .map(text -> new Heading(text, null))
          .toList();

  private final EntitledContent content;
  private final PageFrame frame;

  FloorplanListing(EntitledContent content, PageFrame frame) {
    this.content = content;
    this.frame = frame;
  }

  List<Screen> screens() {
    return List.of(
        Screen.page(MODULE, "view_floorplans", this::page),
        Screen.fragment(MODULE, "view_floorplans_list", this::fragment));
  }

  private Reply page(PortalCall call) {
    SandboxProperty property = content.propertyOrFirst(call);
    return frame.page(
        call,
        property,
        property.name() + ": floor plans",
        html -> {
          PropertyTabs.write(html, call.user(), property, MODULE);
          ListingFrame.container(
              html,
              "/?module=" + MODULE + "&action=view_floorplans_list&property[id]=" + property.id());
        });
  }

  private Reply fragment(PortalCall call) {
    SandboxProperty property = content.property(call);
    List<SandboxUnit> units = content.units(property);
    ListingPage<SandboxFloorplan> page = ListingPage.of(content.floorplans(property), call);
    Html html = new Html(8000);
    ListingFrame.open(html, page, "tbl_floorplans", "Floor plans");
    ListingFrame.headings(html, HEADINGS);
    for (SandboxFloorplan floorplan : page.rows()) {
      row(html, floorplan, FloorplanFigures.of(floorplan, units));
    }
    return Reply.html(200, ListingFrame.close(html, page));
  }

  private static void row(Html html, SandboxFloorplan floorplan, FloorplanFigures figures) {
    html.raw("<tr class=\"floorplan-row\"")
        .attribute("data-floorplan-id", floorplan.id())
        .attribute("data-property-id", floorplan.propertyId())
        .raw(">")
        .cell(floorplan.name())
        .figure(floorplan.beds().toPlainString())
        .figure(floorplan.baths().toPlainString())
        .figure(UsText.grouped(floorplan.squareFeet()))
        .figure(Integer.toString(figures.units()))
        .figure(Integer.toString(figures.available()))
        .figure(UsText.money(figures.rentMin()))
        .figure(UsText.money(figures.rentMax()))
        .figure(UsText.money(floorplan.deposit()))
        .raw("</tr>\n");
  }
}
