package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The Availability report: one row per unit that is vacant or on notice. */
final class AvailabilityReport implements ReportTable {

  static final List<String> COLUMNS =
      List.of(
          "Property",
          "Bldg-Unit",
          "Floor Plan",
          "Unit Type",
          "Unit Status",
          "Exclusion Name",
          "Days Vacant",
          "Move-Out",
          "Available On",
          "Scheduled Move-In",
          "Turn Time",
          "Unit Notes",
          "Market Rent",
          "Prior Rent",
          "Budgeted Rent",
          "Future Rent",
          "Application Approved");

  private static final int DAYS_UNTIL_MOVE_IN = 3;
  private static final int DAYS_SINCE_APPROVAL = 9;

  private final SandboxContent content;

  AvailabilityReport(SandboxContent content) {
    this.content = content;
  }

  @Override
  public String name() {
    return "availability";
  }

  @Override
  public String title() {
    return "Availability";
  }

  @Override
  public String shows() {
    return "Units that are vacant or on notice, with their dates and rents";
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<List<String>> lines(SandboxProperty property) {
    return content.units(property.id()).stream()
        .filter(u -> u.letting().status() != SpaceStatus.OCCUPIED_NO_NOTICE)
        .map(unit -> row(property, unit))
        .toList();
  }

  @Override
  public String countSign() {
    return null;
  }

  private List<String> row(SandboxProperty property, SandboxUnit unit) {
    Letting letting = unit.letting();
    SpaceStatus status = letting.status();
    LocalDate today = content.today();
    return List.of(
        property.name(),
        unit.building() + "-" + unit.number(),
        unit.floorplan().name(),
        unit.floorplan().unitType(),
        status.text,
        "",
        status.vacant() ? days(letting.moveOutOn(), today) : "",
        UsText.date(letting.moveOutOn()),
        UsText.date(letting.availableOn()),
        status.rented() ? UsText.date(moveIn(letting.availableOn(), today)) : "",
        days(letting.moveOutOn(), letting.madeReadyOn()),
        letting.notes(),
        UsText.money(letting.marketRent()),
        UsText.money(letting.marketRent() * 96 / 100),
        UsText.money(letting.marketRent() * 101 / 100),
        UsText.money(letting.effectiveRent()),
        status.rented() ? UsText.date(today.minusDays(DAYS_SINCE_APPROVAL)) : "");
  }

  private static LocalDate moveIn(LocalDate availableOn, LocalDate today) {
    boolean later = availableOn != null && availableOn.isAfter(today);
    return (later ? availableOn : today).plusDays(DAYS_UNTIL_MOVE_IN);
  }

  private static String days(LocalDate from, LocalDate to) {
    return from == null || to == null ? "" : Long.toString(ChronoUnit.DAYS.between(from, to));
  }
}
