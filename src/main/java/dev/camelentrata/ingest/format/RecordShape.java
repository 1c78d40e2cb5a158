package dev.camelentrata.ingest.format;

import java.util.List;

/**
 * Where records and their columns stand in XML or JSON.
 *
 * @param records names from the root on, for example <code>PhysicalProperty/Property/ILS_Unit
 *     </code>; a lone object in JSON is a list of one
 * @param columns names from the record on, for example <code>Units/Unit/MarketRent</code> or <code>
 *     ../PropertyID</code>; a last name is an element, a member or an attribute, <code>@name</code>
 *     too; of several values the first
 */
public record RecordShape(String records, List<String> columns) {

  public RecordShape {
    if (records.isBlank() || columns.isEmpty()) {
      throw new IllegalArgumentException("A record's shape needs a path and columns");
    }
    columns = List.copyOf(columns);
  }
}
