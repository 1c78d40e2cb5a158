package dev.camelentrata.write;

import java.util.Locale;

/** What values a field of a write has. */
public enum WriteType {
  TEXT,
  INTEGER,
  DECIMAL,
  MONEY,
  DATE,
  /** An hour and minute of the property's day. */
  TIME,
  BOOLEAN,
  /** One of the catalogue's values; the portal has its own words for each. */
  ENUM,
  /** Uploads by their ids. */
  FILES,
  OBJECT,
  LIST;

  static WriteType ofName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
