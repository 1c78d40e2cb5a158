package dev.camelentrata.sandbox;

import java.util.List;

/** A property with its floorplans and units as the seed gives them; only its unit count changes. */
record PropertyContent(
    SandboxProperty property, List<SandboxFloorplan> floorplans, List<SandboxUnit> units) {

  PropertyContent withOneUnitLess() {
    return new PropertyContent(property.withUnits(property.units() - 1), floorplans, units);
  }
}
