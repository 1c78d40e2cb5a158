package dev.camelentrata.ingest;

import dev.camelentrata.resource.FieldType;
import java.util.Locale;
import java.util.Set;

/** What the cells of a column hold. */
enum ColumnType {
  TEXT(Set.of(FieldType.TEXT, FieldType.ENUM)),
  INTEGER(Set.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.TEXT)),
  DECIMAL(Set.of(FieldType.DECIMAL, FieldType.TEXT)),
  MONEY(Set.of(FieldType.MONEY)),
  DATE(Set.of(FieldType.DATE)),
  MONTH(Set.of(FieldType.MONTH)),
  BOOLEAN(Set.of(FieldType.BOOLEAN)),
  /** A property's name or id; its value is the id. */
  PROPERTY(Set.of(FieldType.TEXT)),
  /** A unit's number, with its building or without; its value is the id. */
  UNIT(Set.of(FieldType.TEXT));

  private final Set<FieldType> feeds;

  ColumnType(Set<FieldType> feeds) {
    this.feeds = feeds;
  }

  boolean canFeed(FieldType type) {
    return feeds.contains(type);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ColumnType ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
