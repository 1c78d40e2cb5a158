package dev.camelentrata.mirror;

import dev.camelentrata.resource.Resource;
import java.util.Objects;
import java.util.Set;

/** Who reads: sees the properties and modules that the portal showed at login, and no others. */
public record Viewer(String company, Set<String> propertyIds, Set<String> modules) {

  public Viewer {
    propertyIds = Set.copyOf(propertyIds);
    modules = Set.copyOf(modules);
  }

  /** Cheap, however many properties there are. */
  @Override
  public int hashCode() {
    return Objects.hash(company, propertyIds.size(), modules.size());
  }

  /** Whether the portal shows this viewer such things at all. */
  public boolean sees(Resource resource) {
    return resource.module() == null || modules.contains(resource.module());
  }
}
