package dev.camelentrata.portal.operation;

import dev.camelentrata.model.Floorplan;
import java.time.Instant;
import java.util.Map;

/** The floorplans of a property. */
final class ListFloorplans implements PortalOperation {

  @Override
  public String name() {
    return "listFloorplans";
  }

  @Override
  public String noun() {
    return "floorplan";
  }

  @Override
  public boolean single() {
    return false;
  }

  @Override
  public Object value(Row row, Map<String, String> parameters, Instant asOf) {
    String propertyId = row.text("propertyId");
    return new Floorplan(
        row.text("id"),
        propertyId == null ? parameters.get("propertyId") : propertyId,
        row.text("name"),
        row.decimal("bedrooms"),
        row.decimal("bathrooms"),
        row.integer("squareFeet"),
        row.integer("unitCount"),
        row.integer("unitsAvailable"),
        row.money("rentMin"),
        row.money("rentMax"),
        row.money("deposit"),
        asOf);
  }
}
