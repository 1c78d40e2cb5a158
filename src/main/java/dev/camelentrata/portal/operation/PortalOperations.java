package dev.camelentrata.portal.operation;

import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.util.Map;
import java.util.TreeMap;

/** The portal operations by name. Immutable. */
public final class PortalOperations {

  private final Map<String, PortalOperation> byName = new TreeMap<>();

  public PortalOperations() {
    add(new ListProperties());
    add(new GetProperty());
    add(new ListUnits());
    add(new GetUnit());
    add(new ListFloorplans());
    add(new GetFloorplan());
    for (Resource resource : ResourceCatalog.load().all()) {
      byName.computeIfAbsent(resource.list(), name -> new ResourceOperation(resource, name));
      byName.computeIfAbsent(resource.get(), name -> new ResourceOperation(resource, name));
    }
  }

  /**
   * The operation of this name.
   *
   * @throws IllegalArgumentException if there is none, listing those there are
   */
  public PortalOperation named(String name) {
    PortalOperation operation = byName.get(name);
    if (operation == null) {
      throw new IllegalArgumentException(
          "unknown operation '" + name + "'; known are: " + String.join(", ", byName.keySet()));
    }
    return operation;
  }

  private void add(PortalOperation operation) {
    byName.put(operation.name(), operation);
  }
}
