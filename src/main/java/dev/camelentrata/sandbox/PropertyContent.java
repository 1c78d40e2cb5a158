package dev.camelentrata.sandbox;

import java.util.List;

/** A property with its floorplans and units as the seed gives them. */
record PropertyContent(
    SandboxProperty property, List<SandboxFloorplan> floorplans, List<SandboxUnit> units) {}
