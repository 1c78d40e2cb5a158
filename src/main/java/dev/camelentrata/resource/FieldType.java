package dev.camelentrata.resource;

import java.util.Arrays;
import java.util.Locale;

/** What values a field of a resource has. */
public enum FieldType {
  TEXT,
  INTEGER,
  DECIMAL,
  MONEY,
  DATE,
  /** A month of the books, such as 2026-11; the portal writes 11/2026. */
  MONTH,
  BOOLEAN,
  /** One of the catalogue's values; the portal has its own words for each. */
  ENUM,
  /** A name in lower case with dashes, made from another field, alike across properties. */
  SLUG,
  TEXTS,
  OBJECT,
  LIST;

  static FieldType ofName(String name) {
    return Arrays.stream(values())
        .filter(type -> type.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no field type " + name));
  }
}
