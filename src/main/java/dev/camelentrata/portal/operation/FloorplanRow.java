package dev.camelentrata.portal.operation;

import dev.camelentrata.model.Floorplan;
import java.time.Instant;

/** A row that describes a floorplan. */
final class FloorplanRow {

  private FloorplanRow() {}

  /**
   * The floorplan of a row.
   *
   * @param asked the property that was asked for, for rows that do not name theirs
   */
  static Floorplan floorplan(Row row, String asked, Instant asOf) {
    String propertyId = row.text("propertyId");
    return new Floorplan(
        row.text("id"),
        propertyId == null ? asked : propertyId,
        row.text("name"),
        row.decimal("bedrooms"),
        row.decimal("bathrooms"),
        row.integer("squareFeet"),
        row.integer("unitCount"),
        row.integer("unitsAvailable"),
        row.money("rentMin"),
        row.money("rentMax"),
        row.money("deposit"),
        asOf);
  }
}
