package dev.camelentrata.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/** A floorplan of a property with its rent range and the number of units available. */
public record Floorplan(
    String id,
    String propertyId,
    String name,
    BigDecimal bedrooms,
    BigDecimal bathrooms,
    Integer squareFeet,
    Integer unitCount,
    Integer unitsAvailable,
    Money rentMin,
    Money rentMax,
    Money deposit,
    Instant asOf) {

  public Floorplan {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
  }
}
