package dev.camelentrata.portal.operation;

import java.time.Instant;
import java.util.Map;

/** The properties that the portal user may see. */
final class ListProperties implements PortalOperation {

  @Override
  public String name() {
    return "listProperties";
  }

  @Override
  public String noun() {
    return "property";
  }

  @Override
  public boolean single() {
    return false;
  }

  @Override
  public Object value(Row row, Map<String, String> parameters, Instant asOf) {
    return PropertyRow.property(row, asOf);
  }
}
