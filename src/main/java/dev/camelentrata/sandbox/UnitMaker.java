package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes up the units of one property, in plausible proportions of the seven statuses. */
final class UnitMaker {

  private static final int FIRST_UNIT = 500_001;
  private static final int UNITS_PER_BUILDING = 20;
  private static final int UNITS_PER_FLOOR = 5;
  private static final List<Integer> ALL_TERMS = List.of(3, 6, 9, 12, 15);

  private final LocalDate today;
  private final SandboxProperty property;
  private final List<SandboxFloorplan> floorplans;
  private final SplittableRandom random;

  UnitMaker(
      LocalDate today,
      SandboxProperty property,
      List<SandboxFloorplan> floorplans,
      SplittableRandom random) {
    this.today = today;
    this.property = property;
    this.floorplans = floorplans;
    this.random = random;
  }

  SandboxUnit make(int propertyIndex, int index) {
    int building = index / UNITS_PER_BUILDING + 1;
    int floor = index % UNITS_PER_BUILDING / UNITS_PER_FLOOR + 1;
    int door = index % UNITS_PER_FLOOR + 1;
    SandboxFloorplan floorplan = floorplans.get(random.nextInt(floorplans.size()));
    int id = FIRST_UNIT + propertyIndex * SandboxSettings.MOST_UNITS_PER_PROPERTY + index;
    return new SandboxUnit(
        Integer.toString(id),
        property.id(),
        building + "" + floor + "0" + door,
        Integer.toString(building),
        floorplan,
        floorplan.squareFeet() + random.nextInt(0, 4) * 5,
        amenities(),
        letting(floorplan, floor));
  }

  private List<String> amenities() {
    int count = Math.max(0, random.nextInt(-1, 6));
    int from = random.nextInt(Gazetteer.AMENITIES.size());
    List<String> amenities = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      amenities.add(Gazetteer.AMENITIES.get((from + i * 3) % Gazetteer.AMENITIES.size()));
    }
    return amenities;
  }

  private Letting letting(SandboxFloorplan floorplan, int floor) {
    SpaceStatus status = status();
    LocalDate moveOut = moveOut(status);
    LocalDate madeReady = status.ready() ? moveOut.plusDays(random.nextInt(3, 10)) : null;
    long market = floorplan.baseRent() + (floor - 1) * 1500L + random.nextInt(0, 8) * 500L;
    boolean monthFree = status.available() && random.nextInt(4) == 0;
    return new Letting(
        status,
        available(status, moveOut, madeReady),
        madeReady,
        moveOut,
        market,
        monthFree ? market - Math.round(market / 12.0) : market,
        terms(status),
        floorplan.deposit(),
        "");
  }

  private SpaceStatus status() {
    int percent = random.nextInt(100);
    return percent < 76
        ? SpaceStatus.OCCUPIED_NO_NOTICE
        : percent < 82
            ? SpaceStatus.NOTICE_UNRENTED
            : percent < 86
                ? SpaceStatus.NOTICE_RENTED
                : percent < 91
                    ? SpaceStatus.VACANT_UNRENTED_READY
                    : percent < 95
                        ? SpaceStatus.VACANT_UNRENTED_NOT_READY
                        : percent < 98
                            ? SpaceStatus.VACANT_RENTED_READY
                            : SpaceStatus.VACANT_RENTED_NOT_READY;
  }

  private LocalDate moveOut(SpaceStatus status) {
    if (status == SpaceStatus.OCCUPIED_NO_NOTICE) {
      return null;
    }
    if (!status.vacant()) {
      return today.plusDays(random.nextInt(5, 61));
    }
    return today.minusDays(status.ready() ? random.nextInt(11, 61) : random.nextInt(1, 13));
  }

  private LocalDate available(SpaceStatus status, LocalDate moveOut, LocalDate madeReady) {
    if (status == SpaceStatus.OCCUPIED_NO_NOTICE) {
      return null;
    }
    if (status.ready()) {
      return madeReady;
    }
    return status.vacant()
        ? today.plusDays(random.nextInt(1, 15))
        : moveOut.plusDays(random.nextInt(3, 11));
  }

  private List<Integer> terms(SpaceStatus status) {
    int kind = random.nextInt(10);
    if (status == SpaceStatus.OCCUPIED_NO_NOTICE && kind < 3) {
      return List.of();
    }
    return kind == 9 ? List.of(12) : ALL_TERMS;
  }
}
