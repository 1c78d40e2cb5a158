package dev.camelentrata.portal.operation;

import java.time.Instant;
import java.util.Map;

/** One floorplan. */
final class GetFloorplan implements PortalOperation {

  @Override
  public String name() {
    return "getFloorplan";
  }

  @Override
  public String noun() {
    return "floorplan";
  }

  @Override
  public boolean single() {
    return true;
  }

  @Override
  public Object value(Row row, Map<String, String> parameters, Instant asOf) {
    return FloorplanRow.floorplan(row, null, asOf);
  }
}
