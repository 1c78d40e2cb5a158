package dev.camelentrata.sandbox;

/** A made-up property. */
record SandboxProperty(
    String id,
    String name,
    String type,
    String street,
    City city,
    String zip,
    int yearBuilt,
    int units,
    boolean disabled) {

  SandboxProperty withUnits(int count) {
    return new SandboxProperty(id, name, type, street, city, zip, yearBuilt, count, disabled);
  }
}
