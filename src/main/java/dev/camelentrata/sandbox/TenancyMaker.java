package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.util.List;

/**
 * Makes leases that fit the units: a current one for each occupied unit, one on notice, a future
 * one for each rented unit, and past ones; some are renewals and transfers.
 */
final class TenancyMaker implements RecordMaker {

  private static final List<Integer> TERMS = List.of(6, 9, 12, 12, 12, 15);
  private static final List<String> REASONS =
      List.of("Job relocation", "Bought a home", "Rent too high", "Needs more space", "Family");

  @Override
  public void make(Making making) {
    List<SandboxUnit> units = making.content.units();
    for (int i = 0; i < units.size(); i++) {
      SandboxUnit unit = units.get(i);
      Tenancies tenancies = new Tenancies(making, unit);
      SpaceStatus status = unit.letting().status();
      if (!status.vacant()) {
        occupied(making, tenancies, i == 0 ? null : units.get(i - 1), unit);
      } else {
        former(making, tenancies, unit.letting().moveOutOn());
      }
      if (status.rented()) {
        future(making, tenancies, unit.letting().availableOn());
      } else if (status.available() && making.chance(8)) {
        cancelled(making, tenancies);
      }
    }
  }

  private static void occupied(
      Making making, Tenancies tenancies, SandboxUnit neighbour, SandboxUnit unit) {
    LocalDate moveOut = unit.letting().moveOutOn();
    int term = making.pick(TERMS);
    LocalDate start =
        moveOut == null
            ? making.daysAgo(12, term * 30 + 20)
            : moveOut.minusMonths(term).plusDays(making.random.nextInt(0, 6));
    if (start.isAfter(making.today)) {
      start = making.today.minusDays(20);
    }
    int history = making.random.nextInt(100);
    Tenancies.Earlier earlier = null;
    if (history < 8) {
      earlier = tenancies.earlier(unit, "Renewal", start, history < 2);
    } else if (history < 11 && neighbour != null) {
      earlier = tenancies.earlier(neighbour, "Transfer", start, true);
    } else if (history < 15) {
      former(making, tenancies, start.minusDays(9));
    }
    SandboxRecord.Draft lease = tenancies.lease(start, term, earlier);
    if (moveOut == null) {
      boolean over = start.plusMonths(term).isBefore(making.today.plusDays(1));
      lease.set("status", "Current").set("monthToMonth", over);
    } else {
      lease
          .set("status", "Notice")
          .set("noticeOn", earliest(making.today.minusDays(3), moveOut.minusDays(60)))
          .set("moveOutOn", moveOut)
          .set("moveOutReason", making.pick(REASONS))
          .set("moveOutType", making.chance(4) ? "Eviction" : "Move Out");
    }
    tenancies.movedIn(lease, earlier);
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static void former(Making making, Tenancies tenancies, LocalDate moveOut) {
    int term = making.pick(TERMS);
    SandboxRecord.Draft lease = tenancies.lease(moveOut.minusMonths(term), term, null);
    lease
        .set("status", "Past")
        .set("noticeOn", moveOut.minusDays(45))
        .set("moveOutOn", moveOut)
        .set("moveOutReason", making.pick(REASONS))
        .set("moveOutType", making.chance(5) ? "Skip" : "Move Out");
    tenancies.movedIn(lease, null);
  }

  private static void future(Making making, Tenancies tenancies, LocalDate available) {
    LocalDate from = available.isAfter(making.today) ? available : making.today;
    LocalDate start = from.plusDays(making.random.nextInt(1, 12));
    SandboxRecord.Draft lease = tenancies.lease(start, making.pick(TERMS), null);
    lease
        .set("status", "Future")
        .set("signature", making.pick(List.of("Sent", "Partially Signed", "Signed", "Approved")));
    tenancies.movedIn(lease, null);
  }

  private static void cancelled(Making making, Tenancies tenancies) {
    SandboxRecord.Draft lease = tenancies.lease(making.daysAhead(10, 40), making.pick(TERMS), null);
    boolean cancelled = making.chance(50);
    if (!cancelled) {
      lease
          .set("approval", "Pending")
          .set("approvals", List.of(LeaseApprovals.pending(making, LeaseApprovals.TERMS)));
    }
    lease
        .set("status", cancelled ? "Cancelled" : "Applicant")
        .set("signature", "Not Sent")
        .set("deposit", 0L);
    tenancies.movedIn(lease, null);
  }
}
