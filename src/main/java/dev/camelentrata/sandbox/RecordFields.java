package dev.camelentrata.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a kind of record, or of an object within one, in their order. Immutable. */
final class RecordFields {

  private final List<RecordField> fields;
  private final Map<String, Integer> places = new HashMap<>();

  RecordFields(List<RecordField> fields) {
    this.fields = List.copyOf(fields);
    for (int i = 0; i < fields.size(); i++) {
      places.put(fields.get(i).name(), i);
    }
  }

  List<RecordField> all() {
    return fields;
  }

  Set<String> names() {
    return places.keySet();
  }

  RecordField field(String name) {
    return fields.get(place(name));
  }

  int place(String name) {
    Integer place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException("there is no field " + name);
    }
    return place;
  }

  /** A record of these values, in the fields' order; null for none. */
  SandboxRecord of(Object... values) {
    if (values.length != fields.size()) {
      throw new IllegalArgumentException(fields.size() + " values are needed");
    }
    SandboxRecord.Draft draft = draft();
    for (int i = 0; i < values.length; i++) {
      draft.set(fields.get(i).name(), values[i]);
    }
    return draft.made();
  }

  SandboxRecord.Draft draft() {
    return new SandboxRecord.Draft(this, new Object[fields.size()]);
  }
}
