package dev.camelentrata.portal.operation;

import java.time.Instant;
import java.util.Map;

/** One unit. */
final class GetUnit implements PortalOperation {

  @Override
  public String name() {
    return "getUnit";
  }

  @Override
  public String noun() {
    return "unit";
  }

  @Override
  public boolean single() {
    return true;
  }

  @Override
  public Object value(Row row, Map<String, String> parameters, Instant asOf) {
    return UnitRow.unit(row, null, asOf);
  }
}
