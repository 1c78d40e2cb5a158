package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Filters and sorts the units of a property as the unit listing's form says. */
final class UnitQuery {

  static final String STATUS = "report_filter[unit_space_status]";
  static final String NUMBER = "report_filter[unit_number]";
  static final String FLOORPLAN = "report_filter[floorplan_id]";

  private static final Comparator<LocalDate> DATES =
      Comparator.nullsLast(Comparator.naturalOrder());

  private static final Sorting<SandboxUnit> SORTING =
      new Sorting<>(
          Map.of(
              "unit", Comparator.comparing(SandboxUnit::number),
              "floorplan", Comparator.comparing(u -> u.floorplan().name()),
              "beds", Comparator.comparing(u -> u.floorplan().beds()),
              "sqft", Comparator.comparingInt(SandboxUnit::squareFeet),
              "status", Comparator.comparing(u -> u.letting().status().text),
              "available_on", Comparator.comparing(u -> u.letting().availableOn(), DATES),
              "market_rent", Comparator.comparingLong(u -> u.letting().marketRent())));

  private UnitQuery() {}

  static ListingPage<SandboxUnit> page(List<SandboxUnit> units, PortalCall call) {
    return ListingPage.of(SORTING.apply(filter(units, call), call), call);
  }

  private static List<SandboxUnit> filter(List<SandboxUnit> units, PortalCall call) {
    Set<SpaceStatus> statuses = statuses(call);
    String number = call.param(NUMBER).toLowerCase(Locale.ROOT);
    String floorplan = call.param(FLOORPLAN);
    if (statuses.isEmpty() && number.isEmpty() && floorplan.isEmpty()) {
      return units;
    }
    return units.stream()
        .filter(u -> statuses.isEmpty() || statuses.contains(u.letting().status()))
        .filter(u -> u.number().contains(number))
        .filter(u -> floorplan.isEmpty() || u.floorplan().id().equals(floorplan))
        .toList();
  }

  private static Set<SpaceStatus> statuses(PortalCall call) {
    return call.params(STATUS).stream()
        .filter(id -> !id.isBlank())
        .map(
            id ->
                SpaceStatus.of(id)
                    .orElseThrow(
                        () -> Refusal.badRequest("There is no unit status \"" + id + "\".")))
        .collect(Collectors.toSet());
  }
}
