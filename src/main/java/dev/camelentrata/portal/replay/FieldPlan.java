package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.operation.RowFields;
import java.util.List;
import java.util.Map;

/** A field of the portal map and its place in a row; for lists, the fields of their elements. */
record FieldPlan(int place, PortalMap.Field field, RowFields names, List<FieldPlan> inner) {

  static List<FieldPlan> all(Map<String, PortalMap.Field> fields, RowFields names) {
    return fields.values().stream().map(field -> of(field, names.place(field.name()))).toList();
  }

  private static FieldPlan of(PortalMap.Field field, int place) {
    if (field.fields() == null) {
      return new FieldPlan(place, field, null, List.of());
    }
    RowFields names = new RowFields(field.fields().keySet());
    return new FieldPlan(place, field, names, all(field.fields(), names));
  }

  String name() {
    return field.name();
  }
}
