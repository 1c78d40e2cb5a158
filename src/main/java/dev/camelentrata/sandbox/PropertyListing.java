package dev.camelentrata.sandbox;

import dev.camelentrata.sandbox.ListingFrame.Heading;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The property listing: the page with its filter form, and the fragment that fills it. */
final class PropertyListing {

  private static final String MODULE = "propertiesxxx";
  private static final String NAME = "report_filter[property_name]";
  private static final String STATE = "report_filter[state]";

  private static final List<Heading> HEADINGS =
      List.of(
          new Heading("Property", "property"),
          new Heading("Type", null),
          new Heading("Address", null),
          new Heading("City", "city"),
          new Heading("State", "state"),
          new Heading("Zip", null),
          new Heading("Year Built", "year_built"),
          new Heading("Units", null),
          new Heading("Time Zone", null),
          new Heading("Disabled", null));

  private static final Sorting<SandboxProperty> SORTING =
      new Sorting<>(
          Map.of(
              "property", Comparator.comparing(SandboxProperty::name),
              "city", Comparator.comparing(p -> p.city().name()),
              "state", Comparator.comparing(p -> p.city().state()),
              "year_built", Comparator.comparingInt(SandboxProperty::yearBuilt)));

  private final EntitledContent content;
  private final PageFrame frame;

  PropertyListing(EntitledContent content, PageFrame frame) {
    this.content = content;
    this.frame = frame;
  }

  List<Screen> screens() {
    return List.of(
        Screen.page(MODULE, "view_properties", this::page),
        Screen.fragment(MODULE, "view_properties_list", this::fragment));
  }

  private Reply page(PortalCall call) {
    return frame.page(
        call,
        "Properties",
        html -> {
          FilterForm.open(html);
          html.raw("<label>Name <input type=\"search\" name=\"" + NAME + "\"></label>\n");
          html.raw("<label>State <select name=\"" + STATE + "\"><option value=\"\">Any</option>");
          content.properties(call.user()).stream()
              .map(p -> p.city().state())
              .distinct()
              .sorted()
              .forEach(state -> FilterForm.option(html, state, state));
          html.raw("</select></label>\n");
          FilterForm.close(html);
          ListingFrame.container(html, "/?module=" + MODULE + "&action=view_properties_list");
        });
  }

  private Reply fragment(PortalCall call) {
    String name = call.param(NAME).toLowerCase(Locale.ROOT);
    String state = call.param(STATE);
    List<SandboxProperty> found =
        content.properties(call.user()).stream()
            .filter(p -> p.name().toLowerCase(Locale.ROOT).contains(name))
            .filter(p -> state.isEmpty() || p.city().state().equals(state))
            .toList();
    ListingPage<SandboxProperty> page = ListingPage.of(SORTING.apply(found, call), call);
    Html html = new Html(16_000);
    ListingFrame.open(html, page, "tbl_properties", "Properties");
    ListingFrame.headings(html, HEADINGS);
    for (SandboxProperty property : page.rows()) {
      row(html, property);
    }
    return Reply.html(200, ListingFrame.close(html, page));
  }

  private static void row(Html html, SandboxProperty property) {
    html.raw("<tr class=\"property-row\"")
        .attribute("data-property-id", property.id())
        .raw("><td><a")
        .attribute("href", "/?module=propertyxxx&property[id]=" + property.id())
        .raw(">")
        .text(property.name())
        .raw("</a></td>")
        .cell(property.type())
        .cell(property.street())
        .cell(property.city().name())
        .cell(property.city().state())
        .cell(property.zip())
        .cell(Integer.toString(property.yearBuilt()))
        .figure(Integer.toString(property.units()))
        .cell(property.city().timeZone())
        .cell(property.disabled() ? "Yes" : "No")
        .raw("</tr>\n");
  }
}
