package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.List;

/** What moving in and moving out leaves in the ledgers. */
final class MovingLedger {

  private static final long APPLICATION = 50_00;
  private static final long ADMINISTRATION = 150_00;
  private static final List<Long> CLEANING = List.of(0L, 0L, 125_00L, 225_50L, 900_00L);

  private final Making making;
  private final LocalDate since;

  /**
   * The ledgers of one property.
   *
   * @param since the first day that the ledgers tell of
   */
  MovingLedger(Making making, LocalDate since) {
    this.making = making;
    this.since = since;
  }

  private boolean told(LocalDate day) {
    return day != null && !day.isBefore(since) && !day.isAfter(making.today);
  }

  /** The fees of a new resident, paid at once. */
  void in(SandboxRecord lease) {
    LocalDate start = lease.day("startsOn");
    if (told(start) && lease.is("interval", "Application")) {
      charge(lease, ChargeCode.APPLICATION_FEE, start, APPLICATION);
      charge(lease, ChargeCode.ADMIN_FEE, start, ADMINISTRATION);
      LedgerMaker.payment(making, lease, start, -(APPLICATION + ADMINISTRATION));
    }
  }

  /** The last days' rent, and the final account: cleaning, the deposit, what is given back. */
  void out(SandboxRecord lease) {
    LocalDate out = lease.day("moveOutOn");
    if (!told(out)) {
      return;
    }
    LocalDate due = out.withDayOfMonth(1);
    long rent = lease.cents("rent") * out.getDayOfMonth() / out.lengthOfMonth();
    charge(lease, ChargeCode.RENT, due, rent);
    LedgerMaker.payment(making, lease, due, -rent);
    LocalDate settled = out.plusDays(making.random.nextInt(1, 10));
    long cleaning = making.pick(CLEANING);
    boolean givenUp = making.chance(50);
    if (settled.isAfter(making.today)) {
      return;
    }
    if (cleaning > 0) {
      charge(lease, ChargeCode.CLEANING_FEE, settled, cleaning);
    }
    long deposit = lease.cents("deposit");
    if (deposit > 0) {
      add(lease, "Deposit", ChargeCode.DEPOSIT, settled, -deposit);
    }
    if (deposit > cleaning) {
      add(lease, "Refund", ChargeCode.REFUND, settled, deposit - cleaning);
    } else if (cleaning > deposit && givenUp) {
      add(lease, "Write-Off", ChargeCode.WRITE_OFF, settled, deposit - cleaning);
    }
  }

  private void charge(SandboxRecord lease, ChargeCode code, LocalDate day, long amount) {
    add(lease, "Charge", code, day, amount);
  }

  private void add(SandboxRecord lease, String type, ChargeCode code, LocalDate day, long amount) {
    LedgerMaker.add(making, lease, type, code, day, day, amount);
  }
}
