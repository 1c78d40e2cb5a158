package dev.camelentrata.portal.operation;

import java.time.Instant;
import java.util.Map;

/** The units of a property. */
final class ListUnits implements PortalOperation {

  @Override
  public String name() {
    return "listUnits";
  }

  @Override
  public String noun() {
    return "unit";
  }

  @Override
  public boolean single() {
    return false;
  }

  @Override
  public Object value(Row row, Map<String, String> parameters, Instant asOf) {
    return UnitRow.unit(row, parameters.get("propertyId"), asOf);
  }
}
