package dev.camelentrata.portal.operation;

import java.time.Instant;
import java.util.Map;

/** One property, from its profile. */
final class GetProperty implements PortalOperation {

  @Override
  public String name() {
    return "getProperty";
  }

  @Override
  public String noun() {
    return "property";
  }

  @Override
  public boolean single() {
    return true;
  }

  @Override
  public Object value(Row row, Map<String, String> parameters, Instant asOf) {
    return PropertyRow.property(row, asOf);
  }
}
