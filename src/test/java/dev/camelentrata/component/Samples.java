package dev.camelentrata.component;

import dev.camelentrata.model.Address;
import dev.camelentrata.model.Floorplan;
import dev.camelentrata.model.Money;
import dev.camelentrata.model.Property;
import dev.camelentrata.model.Unit;
import dev.camelentrata.model.UnitStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Made-up values of the model. */
final class Samples {

  private Samples() {}

  static Property property(String id) {
    return new Property(
        id,
        "Property " + id,
        "Conventional",
        new Address("1 Sample Street", "Provo", "UT", "84601"),
        1999,
        120,
        "America/Denver",
        false,
        FakePortal.NOON);
  }

  static Unit unit(String id, String rent) {
    return unit(id, rent, "2", FakePortal.NOON);
  }

  static Unit unit(String id, String rent, String bedrooms, Instant asOf) {
    return new Unit(
        id,
        "1001",
        "A-" + id,
        "A",
        "7",
        "Aspen",
        new BigDecimal(bedrooms),
        BigDecimal.ONE,
        900,
        UnitStatus.VACANT_UNRENTED_READY,
        "Vacant Unrented Ready",
        true,
        null,
        null,
        null,
        Money.of(rent, "USD"),
        Money.of(rent, "USD"),
        List.of(),
        null,
        List.of(),
        asOf);
  }

  static Floorplan floorplan(String id) {
    return new Floorplan(
        id,
        "1001",
        "Aspen",
        new BigDecimal("2"),
        BigDecimal.ONE,
        900,
        10,
        2,
        null,
        null,
        null,
        FakePortal.NOON);
  }
}
