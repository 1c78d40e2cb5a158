package dev.camelentrata.portal.operation;

import dev.camelentrata.model.PortalRecord;
import dev.camelentrata.resource.Resource;
import java.time.Instant;
import java.util.Map;

/** Lists or gets the things of a resource that has no class of its own. */
record ResourceOperation(Resource resource, String name) implements PortalOperation {

  @Override
  public String noun() {
    return resource.noun();
  }

  @Override
  public boolean single() {
    return name.equals(resource.get());
  }

  @Override
  public PortalRecord value(Row row, Map<String, String> parameters, Instant asOf) {
    Map<String, Object> fields = ResourceRow.fields(resource, row);
    return new PortalRecord(
        resource.name(),
        (String) fields.get("id"),
        resource.perProperty() ? (String) fields.get("propertyId") : null,
        fields,
        asOf);
  }
}
