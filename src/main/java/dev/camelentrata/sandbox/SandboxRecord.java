package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A record of any kind, or an object within one: one value for each of its fields. Immutable. */
final class SandboxRecord {

  private final RecordFields fields;
  private final Object[] values;

  private SandboxRecord(RecordFields fields, Object[] values) {
    this.fields = fields;
    this.values = values;
  }

  /** A record in the making. For one thread; good for one record. */
  static final class Draft {

    private final RecordFields fields;
    private final Object[] values;

    Draft(RecordFields fields, Object[] values) {
      this.fields = fields;
      this.values = values;
    }

    /** Sets a field; null for none. */
    Draft set(String name, Object value) {
      int place = fields.place(name);
      fields.all().get(place).check(value);
      values[place] = value;
      return this;
    }

    SandboxRecord made() {
      for (int i = 0; i < values.length; i++) {
        FieldType type = fields.all().get(i).type();
        if (values[i] == null && (type == FieldType.LIST || type == FieldType.TEXTS)) {
          values[i] = List.of();
        }
      }
      return new SandboxRecord(fields, values);
    }
  }

  RecordFields fields() {
    return fields;
  }

  Object get(String name) {
    return values[fields.place(name)];
  }

  Object at(int place) {
    return values[place];
  }

  String id() {
    return text("id");
  }

  String text(String name) {
    return (String) get(name);
  }

  LocalDate day(String name) {
    return (LocalDate) get(name);
  }

  /** An amount in cents; 0 if there is none. */
  long cents(String name) {
    Object amount = get(name);
    return amount == null ? 0 : (Long) amount;
  }

  boolean is(String name, String value) {
    return value.equals(get(name));
  }

  /** A draft that starts with these values. */
  Draft change() {
    return new Draft(fields, values.clone());
  }

  SandboxRecord with(String name, Object value) {
    return change().set(name, value).made();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SandboxRecord record
        && fields == record.fields
        && Arrays.equals(values, record.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
