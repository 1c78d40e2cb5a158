package dev.camelentrata.sandbox;

import java.time.LocalDate;

/** How a unit's status and dates follow what happens to its leases. */
final class UnitTurnover {

  private static final int DAYS_TO_TURN = 5;

  private final DialogRecords records;

  UnitTurnover(DialogRecords records) {
    this.records = records;
  }

  void rented(String unitId) {
    status(
        unitId,
        switch (status(unitId)) {
          case VACANT_UNRENTED_READY -> SpaceStatus.VACANT_RENTED_READY;
          case VACANT_UNRENTED_NOT_READY -> SpaceStatus.VACANT_RENTED_NOT_READY;
          case NOTICE_UNRENTED -> SpaceStatus.NOTICE_RENTED;
          case OCCUPIED_NO_NOTICE, NOTICE_RENTED, VACANT_RENTED_READY, VACANT_RENTED_NOT_READY ->
              status(unitId);
        });
  }

  /** The one who had rented it does not come. */
  void givenUp(String unitId) {
    status(
        unitId,
        switch (status(unitId)) {
          case VACANT_RENTED_READY -> SpaceStatus.VACANT_UNRENTED_READY;
          case VACANT_RENTED_NOT_READY -> SpaceStatus.VACANT_UNRENTED_NOT_READY;
          case NOTICE_RENTED -> SpaceStatus.NOTICE_UNRENTED;
          case OCCUPIED_NO_NOTICE,
              NOTICE_UNRENTED,
              VACANT_UNRENTED_READY,
              VACANT_UNRENTED_NOT_READY ->
              status(unitId);
        });
  }

  void notice(String unitId, LocalDate moveOut) {
    records
        .unit(unitId)
        .ifPresent(
            unit ->
                put(
                    unit,
                    SpaceStatus.NOTICE_UNRENTED,
                    moveOut.plusDays(DAYS_TO_TURN),
                    null,
                    moveOut));
  }

  void movedIn(String unitId) {
    records
        .unit(unitId)
        .ifPresent(unit -> put(unit, SpaceStatus.OCCUPIED_NO_NOTICE, null, null, null));
  }

  void movedOut(String unitId, LocalDate day) {
    SandboxUnit unit = records.unit(unitId).orElseThrow();
    SpaceStatus status =
        unit.letting().status() == SpaceStatus.NOTICE_RENTED
            ? SpaceStatus.VACANT_RENTED_NOT_READY
            : SpaceStatus.VACANT_UNRENTED_NOT_READY;
    LocalDate available = unit.letting().availableOn();
    put(unit, status, available == null ? day.plusDays(DAYS_TO_TURN) : available, null, day);
  }

  private SpaceStatus status(String unitId) {
    return records.unit(unitId).orElseThrow().letting().status();
  }

  private void status(String unitId, SpaceStatus status) {
    SandboxUnit unit = records.unit(unitId).orElseThrow();
    Letting now = unit.letting();
    put(unit, status, now.availableOn(), now.madeReadyOn(), now.moveOutOn());
  }

  private void put(
      SandboxUnit unit,
      SpaceStatus status,
      LocalDate availableOn,
      LocalDate madeReadyOn,
      LocalDate moveOutOn) {
    Letting now = unit.letting();
    records.replace(
        unit.with(
            new Letting(
                status,
                availableOn,
                madeReadyOn,
                moveOutOn,
                now.marketRent(),
                now.effectiveRent(),
                now.terms(),
                now.deposit(),
                now.notes())));
  }
}
