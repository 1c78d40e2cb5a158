package dev.camelentrata.sandbox;

import java.util.List;

/** Properties, units and floorplans as records. */
final class BuiltRecords {

  private final SandboxContent content;
  private final RecordKinds kinds;

  BuiltRecords(SandboxContent content, RecordKinds kinds) {
    this.content = content;
    this.kinds = kinds;
  }

  List<SandboxRecord> list(RecordKind kind, String propertyId) {
    return switch (kind.name()) {
      case "properties" -> content.properties().stream().map(this::property).toList();
      case "units" -> content.units(propertyId).stream().map(this::unit).toList();
      default -> {
        List<SandboxUnit> units = content.units(propertyId);
        yield content.floorplans(propertyId).stream()
            .map(floorplan -> floorplan(floorplan, FloorplanFigures.of(floorplan, units)))
            .toList();
      }
    };
  }

  private SandboxRecord property(SandboxProperty property) {
    City city = property.city();
    RecordFields fields = kinds.get("properties").fields();
    return fields.of(
        property.id(),
        property.name(),
        property.type(),
        fields
            .field("address")
            .inner()
            .of(property.street(), city.name(), city.state(), property.zip()),
        property.yearBuilt(),
        property.units(),
        city.timeZone(),
        property.disabled());
  }

  private SandboxRecord unit(SandboxUnit unit) {
    SandboxFloorplan floorplan = unit.floorplan();
    Letting letting = unit.letting();
    RecordFields fields = kinds.get("units").fields();
    RecordFields rent = fields.field("rentByTerm").inner();
    return fields
        .draft()
        .set("id", unit.id())
        .set("propertyId", unit.propertyId())
        .set("number", unit.number())
        .set("building", unit.building())
        .set("floorplanId", floorplan.id())
        .set("floorplanName", floorplan.name())
        .set("bedrooms", floorplan.beds())
        .set("bathrooms", floorplan.baths())
        .set("squareFeet", unit.squareFeet())
        .set("status", letting.status().text)
        .set("available", letting.status().available())
        .set("availableOn", letting.availableOn())
        .set("madeReadyOn", letting.madeReadyOn())
        .set("vacatesOn", letting.moveOutOn())
        .set("marketRent", letting.marketRent())
        .set("effectiveRent", letting.effectiveRent())
        .set(
            "rentByTerm",
            letting.terms().stream()
                .map(months -> rent.of(months, letting.rentFor(months)))
                .toList())
        .set("deposit", letting.deposit())
        .set("amenities", unit.amenities())
        .made();
  }

  private SandboxRecord floorplan(SandboxFloorplan floorplan, FloorplanFigures figures) {
    return kinds
        .get("floorplans")
        .fields()
        .of(
            floorplan.id(),
            floorplan.propertyId(),
            floorplan.name(),
            floorplan.beds(),
            floorplan.baths(),
            floorplan.squareFeet(),
            figures.units(),
            figures.available(),
            figures.rentMin(),
            figures.rentMax(),
            floorplan.deposit());
  }
}
