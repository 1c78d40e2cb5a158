package dev.camelentrata.sandbox;

import java.util.List;

/** A made-up unit: what is built, and how it is let. */
record SandboxUnit(
    String id,
    String propertyId,
    String number,
    String building,
    SandboxFloorplan floorplan,
    int squareFeet,
    List<String> amenities,
    Letting letting) {

  SandboxUnit {
    amenities = List.copyOf(amenities);
  }

  SandboxUnit with(Letting changed) {
    return new SandboxUnit(
        id, propertyId, number, building, floorplan, squareFeet, amenities, changed);
  }
}
