package dev.camelentrata.sandbox;

import java.math.BigDecimal;

/** A floorplan of a made-up property; rent and deposit in cents. */
record SandboxFloorplan(
    String id,
    String propertyId,
    String name,
    String unitType,
    BigDecimal beds,
    BigDecimal baths,
    int squareFeet,
    long baseRent,
    long deposit) {}
