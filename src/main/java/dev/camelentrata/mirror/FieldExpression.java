package dev.camelentrata.mirror;

import dev.camelentrata.resource.FieldType;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceField;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How SQL reads a field of a resource's data. Only names of the catalogue get into SQL, never what
 * a caller sent.
 */
record FieldExpression(String sql, boolean number) {

  /**
   * The field of this name; fields of an object are found too, such as a property's {@code state}.
   *
   * @throws IllegalArgumentException if the resource has no such field, listing those there are
   */
  static FieldExpression of(Resource resource, String name) {
    Optional<ResourceField> field = resource.field(name);
    if (field.isPresent()) {
      return of("m.data", field.get());
    }
    for (ResourceField object : resource.fields()) {
      if (object.type() == FieldType.OBJECT) {
        for (ResourceField inner : object.fields()) {
          if (inner.name().equals(name)) {
            return of("(m.data -> " + literal(object.name()) + ")", inner);
          }
        }
      }
    }
    throw new IllegalArgumentException(
        "a "
            + resource.noun()
            + " has no field "
            + name
            + "; there are "
            + resource.fields().stream()
                .map(ResourceField::name)
                .collect(Collectors.joining(", ")));
  }

  private static FieldExpression of(String data, ResourceField field) {
    String key = literal(field.name());
    return switch (field.type()) {
      case MONEY -> numeric("(" + data + " -> " + key + " ->> 'amount')");
      case INTEGER, DECIMAL -> numeric("(" + data + " ->> " + key + ")");
      default -> new FieldExpression("(" + data + " ->> " + key + ")", false);
    };
  }

  private static FieldExpression numeric(String text) {
    return new FieldExpression(text + "::numeric", true);
  }

  private static String literal(String name) {
    return "'" + name.replace("'", "''") + "'";
  }
}
