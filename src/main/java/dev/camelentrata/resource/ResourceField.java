package dev.camelentrata.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of a resource.
 *
 * @param derived follows from other resources: its changes are mirrored but are no events
 * @param computed is worked out here when it is mirrored; the portal does not show it
 * @param of the field that a slug is made from; null for other types
 * @param values the API's value to the portal's words, for enums
 * @param fields the fields of an object or of a list's elements
 */
public record ResourceField(
    String name,
    FieldType type,
    boolean required,
    boolean derived,
    boolean computed,
    String description,
    String of,
    Map<String, String> values,
    List<ResourceField> fields) {

  public ResourceField {
    name = name.intern();
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    fields = List.copyOf(fields);
  }

  /** Whether the portal's own text stands beside the value, as it does for statuses. */
  public boolean keepsPortalText() {
    return type == FieldType.ENUM && name.equals("status");
  }
}
