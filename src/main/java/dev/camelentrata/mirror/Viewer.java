package dev.camelentrata.mirror;

import dev.camelentrata.resource.Resource;
import java.util.Set;

/** Who reads: sees the properties and modules that the portal showed at login, and no others. */
public record Viewer(String company, Set<String> propertyIds, Set<String> modules) {

  public Viewer {
    propertyIds = Set.copyOf(propertyIds);
    modules = Set.copyOf(modules);
  }

  /** Whether the portal shows this viewer such things at all. */
  public boolean sees(Resource resource) {
    return resource.module() == null || modules.contains(resource.module());
  }
}
