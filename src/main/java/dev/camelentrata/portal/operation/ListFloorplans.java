package dev.camelentrata.portal.operation;

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
    return FloorplanRow.floorplan(row, parameters.get("propertyId"), asOf);
  }
}
