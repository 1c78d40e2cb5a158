package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who has a unit when, so that two leases never have the same days. */
final class UnitCalendar {

  private static final List<String> HOLDING = List.of("Future", "Current", "Notice", "Past");

  private final DialogRecords records;

  UnitCalendar(DialogRecords records) {
    this.records = records;
  }

  /** A lease of the unit, other than {@code except}, that has some of these days. */
  Optional<SandboxRecord> taken(
      String propertyId, String unitId, LocalDate from, LocalDate until, String except) {
    return records.list("leases", propertyId).stream()
        .filter(lease -> lease.is("unitId", unitId) && !lease.id().equals(except))
        .filter(lease -> HOLDING.contains(lease.text("status")))
        .filter(lease -> !lease.day("startsOn").isAfter(until) && !end(lease).isBefore(from))
        .findFirst();
  }

  /** The last day that the lease has the unit. */
  private static LocalDate end(SandboxRecord lease) {
    LocalDate moveOut = lease.day("moveOutOn");
    if (moveOut != null) {
      return moveOut;
    }
    boolean goesOn =
        lease.is("status", "Current") && Boolean.TRUE.equals(lease.get("monthToMonth"));
    return goesOn ? LocalDate.MAX : lease.day("endsOn");
  }

  /** Notes why the unit cannot be had for these days by somebody new. */
  void check(String propertyId, String unitId, LocalDate from, LocalDate until, Say field) {
    Optional<SandboxUnit> found =
        records.unit(unitId).filter(unit -> unit.propertyId().equals(propertyId));
    if (found.isEmpty()) {
      String property = records.property(propertyId).name();
      field.unit("Unit " + unitId + " is not a unit of " + property + ".");
      return;
    }
    SandboxUnit unit = found.get();
    Optional<SandboxRecord> lease = taken(propertyId, unitId, from, until, null);
    SpaceStatus status = unit.letting().status();
    if (lease.isPresent()) {
      field.unit(
          "Unit "
              + unit.number()
              + " is already leased from "
              + UsText.date(lease.get().day("startsOn"))
              + " (lease "
              + lease.get().id()
              + ").");
    } else if (!status.available()) {
      field.unit("Unit " + unit.number() + " is not available: it is " + status.text + ".");
    } else if (unit.letting().moveOutOn() != null && !from.isAfter(unit.letting().moveOutOn())) {
      field.day(
          "Unit "
              + unit.number()
              + " is occupied until "
              + UsText.date(unit.letting().moveOutOn())
              + ".");
    }
  }

  /** Where mistakes about a unit and about its days are noted. */
  record Say(Mistakes mistakes, String unitField, String dayField) {

    private void unit(String message) {
      mistakes.add(unitField, message);
    }

    private void day(String message) {
      mistakes.add(dayField, message);
    }
  }
}
