package dev.camelentrata.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All properties, floorplans and units of the sandbox. For one thread only. */
final class SandboxContent {

  /** The zone in which the portal's days begin. */
  static final ZoneId PORTAL_ZONE = ZoneId.of("America/Denver");

  private final Clock clock;
  private final long seed;
  private final Map<String, PropertyContent> properties = new LinkedHashMap<>();
  private final Map<String, SandboxUnit> units = new LinkedHashMap<>();
  private final Map<String, Instant> changedAt = new HashMap<>();
  private LocalDate madeOn;

  SandboxContent(Clock clock, SandboxSettings settings) {
    this.clock = clock;
    this.seed = settings.seed();
    regenerate(settings.properties(), settings.unitsPerProperty());
  }

  /** Forgets all changes and starts again from the seed, at this size. */
  void regenerate(int propertyCount, int unitsPerProperty) {
    properties.clear();
    units.clear();
    changedAt.clear();
    madeOn = today();
    ContentMaker maker = new ContentMaker(seed, madeOn);
    for (int i = 0; i < propertyCount; i++) {
      PropertyContent made = maker.make(i, unitsPerProperty);
      properties.put(made.property().id(), made);
      made.units().forEach(unit -> units.put(unit.id(), unit));
    }
  }

  long seed() {
    return seed;
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), PORTAL_ZONE);
  }

  /** The day that the content's dates are relative to. */
  LocalDate madeOn() {
    return madeOn;
  }

  /** The property with its floorplans and units as the seed gives them. */
  PropertyContent made(String propertyId) {
    return properties.get(propertyId);
  }

  /** The property's place among all, from 0. */
  int index(String propertyId) {
    return Integer.parseInt(propertyId) - ContentMaker.FIRST_PROPERTY;
  }

  /** The id of the property at this place. */
  Optional<String> propertyAt(int index) {
    return property(Integer.toString(ContentMaker.FIRST_PROPERTY + index)).map(SandboxProperty::id);
  }

  List<SandboxProperty> properties() {
    return properties.values().stream().map(PropertyContent::property).toList();
  }

  Optional<SandboxProperty> property(String id) {
    return Optional.ofNullable(properties.get(id)).map(PropertyContent::property);
  }

  Optional<SandboxFloorplan> floorplan(String id) {
    return properties.values().stream()
        .flatMap(property -> property.floorplans().stream())
        .filter(floorplan -> floorplan.id().equals(id))
        .findFirst();
  }

  List<SandboxFloorplan> floorplans(String propertyId) {
    return properties.get(propertyId).floorplans();
  }

  /** The property's units as they are now, in the order of their numbers. */
  List<SandboxUnit> units(String propertyId) {
    List<SandboxUnit> made = properties.get(propertyId).units();
    List<SandboxUnit> now = new ArrayList<>(made.size());
    for (SandboxUnit unit : made) {
      SandboxUnit present = units.get(unit.id());
      if (present != null) {
        now.add(present);
      }
    }
    return now;
  }

  /** When the unit was last changed; null if it is as made. */
  Instant changedAt(SandboxUnit unit) {
    return changedAt.get(unit.id());
  }

  int unitCount() {
    return units.size();
  }

  Optional<SandboxUnit> unit(String id) {
    return Optional.ofNullable(units.get(id));
  }

  void replace(SandboxUnit unit) {
    units.put(unit.id(), unit);
    changedAt.put(unit.id(), clock.instant());
  }

  /** Takes a unit away; its property has one less. */
  void remove(SandboxUnit unit) {
    if (units.remove(unit.id()) != null) {
      properties.computeIfPresent(unit.propertyId(), (id, content) -> content.withOneUnitLess());
    }
  }
}
