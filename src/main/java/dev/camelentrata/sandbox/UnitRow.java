package dev.camelentrata.sandbox;

/** A unit's row in the unit listing. */
final class UnitRow {

  private UnitRow() {}

  static void write(Html html, SandboxUnit unit) {
    SandboxFloorplan floorplan = unit.floorplan();
    Letting letting = unit.letting();
    html.raw("<tr class=\"unit-row\" data-unit-id=\"")
        .raw(unit.id())
        .raw("\" data-property-id=\"")
        .raw(unit.propertyId())
        .raw("\" data-floorplan-id=\"")
        .raw(floorplan.id())
        .raw("\"><td><a href=\"/?module=property_unitxxx&amp;property_unit[id]=")
        .raw(unit.id())
        .raw("\">")
        .text(unit.number())
        .raw("</a></td>")
        .cell(unit.building())
        .cell(floorplan.name())
        .figure(floorplan.beds().toPlainString())
        .figure(floorplan.baths().toPlainString())
        .figure(UsText.grouped(unit.squareFeet()))
        .raw("<td>");
    badge(html, letting.status());
    html.raw("</td>")
        .cell(UsText.date(letting.availableOn()))
        .cell(UsText.date(letting.madeReadyOn()))
        .cell(UsText.date(letting.moveOutOn()))
        .figure(UsText.money(letting.marketRent()))
        .figure(UsText.money(letting.effectiveRent()))
        .raw("<td>");
    rents(html, letting);
    html.raw("</td>").figure(UsText.money(letting.deposit())).raw("<td><ul class=\"amenities\">");
    for (String amenity : unit.amenities()) {
      html.raw("<li>").text(amenity).raw("</li>");
    }
    html.raw("</ul></td></tr>\n");
  }

  static void badge(Html html, SpaceStatus status) {
    html.raw("<span class=\"badge badge-")
        .raw(status.badge)
        .raw("\">")
        .text(status.text)
        .raw("</span>");
  }

  static void rents(Html html, Letting letting) {
    html.raw("<ul class=\"rent-terms\">");
    for (int months : letting.terms()) {
      html.raw("<li class=\"rent-term\" data-months=\"")
          .raw(months)
          .raw("\">")
          .raw(months)
          .raw(" mo <span class=\"amount\">")
          .text(UsText.money(letting.rentFor(months)))
          .raw("</span></li>");
    }
    html.raw("</ul>");
  }
}
