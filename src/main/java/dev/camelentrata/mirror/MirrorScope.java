package dev.camelentrata.mirror;

import dev.camelentrata.resource.Resource;
import java.util.Objects;

/**
 * What one read of the portal covers: a resource of one property, or of the whole company.
 *
 * @param propertyId null for resources that belong to the company
 */
public record MirrorScope(String company, Resource resource, String propertyId) {

  public MirrorScope {
    Objects.requireNonNull(company, "company");
    if (resource.perProperty() != (propertyId != null)) {
      throw new IllegalArgumentException(
          resource + (resource.perProperty() ? " belong to a property" : " belong to the company"));
    }
  }
}
