package dev.camelentrata.ingest;

import dev.camelentrata.resource.Resource;
import java.util.Map;

/**
 * What rows tell of the things of a resource. A row without a value in the id's or a match's column
 * tells this resource nothing.
 *
 * @param id the column with the portal's id; null if things are found by {@code match}
 * @param match fields of the resource to the columns that must say the same; empty with an id
 * @param creates whether what the mirror does not have is made
 * @param fields fields of the resource to where their values come from
 */
record ReportFeed(
    Resource resource,
    String id,
    Map<String, String> match,
    boolean creates,
    Map<String, FieldSource> fields) {

  ReportFeed {
    match = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(match));
    fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
  }

  /**
   * Where a field's value comes from.
   *
   * @param column the column; null for a constant
   * @param value the constant; null for a column
   * @param negate whether an amount changes its sign
   */
  record FieldSource(String column, String value, boolean negate) {}
}
