package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Makes last month's and this month's ledgers of the leases that are, or were, lived in. */
final class LedgerMaker implements RecordMaker {

  private static final List<String> METHODS =
      List.of("ACH", "ACH", "ACH", "Check", "Credit Card", "Money Order");

  @Override
  public void make(Making making) {
    YearMonth now = YearMonth.from(making.today);
    for (SandboxRecord lease : making.others("leases")) {
      if (lease.is("status", "Current") || lease.is("status", "Notice")) {
        deposit(making, lease, now.minusMonths(1));
        month(making, lease, now.minusMonths(1));
        month(making, lease, now);
      }
    }
    MovingLedger moving = new MovingLedger(making, now.minusMonths(1).atDay(1));
    for (SandboxRecord lease : making.others("leases")) {
      if (lease.is("status", "Past")) {
        moving.out(lease);
      } else if (lease.is("status", "Current") || lease.is("status", "Notice")) {
        moving.in(lease);
      }
    }
  }

  private static void deposit(Making making, SandboxRecord lease, YearMonth first) {
    LocalDate start = lease.day("startsOn");
    if (start.isBefore(first.atDay(1)) || lease.cents("deposit") == 0) {
      return;
    }
    long amount = lease.cents("deposit");
    add(making, lease, "Deposit", ChargeCode.DEPOSIT, start, start, amount);
    payment(making, lease, start, -amount);
  }

  private static void month(Making making, SandboxRecord lease, YearMonth month) {
    LocalDate start = lease.day("startsOn");
    if (start.isAfter(month.atEndOfMonth())) {
      return;
    }
    boolean first = YearMonth.from(start).equals(month);
    LocalDate day = first ? start : month.atDay(1);
    long owed = 0;
    for (Object each : (List<?>) lease.get("scheduledCharges")) {
      owed += charge(making, lease, (SandboxRecord) each, day, first);
    }
    LocalDate paidOn = day.plusDays(making.random.nextInt(0, 6));
    boolean latest = month.equals(YearMonth.from(making.today));
    int habit = making.random.nextInt(100);
    if (paidOn.isAfter(making.today) || (latest && habit < 6)) {
      return;
    }
    long paid = latest && habit < 10 ? owed / 2 : latest && habit < 13 ? owed + 10_000 : owed;
    if (habit >= 97) {
      bounced(making, lease, paidOn, paid);
    } else {
      payment(making, lease, paidOn, -paid);
    }
  }

  /** Adds a scheduled charge if it is due this month, and gives its amount. */
  private static long charge(
      Making making, SandboxRecord lease, SandboxRecord scheduled, LocalDate day, boolean first) {
    long amount = scheduled.cents("amount");
    ChargeCode code = ChargeCode.ofId(scheduled.text("chargeCodeId"));
    if (scheduled.is("frequency", "One Time") && !first) {
      return 0;
    }
    if (first && code.prorates) {
      int days = day.lengthOfMonth();
      amount = amount * (days - day.getDayOfMonth() + 1) / days;
    }
    String type = amount < 0 ? "Concession" : "Charge";
    add(making, lease, type, code, day, day, amount);
    return amount;
  }

  /** A payment that the bank gave back, and the fee for it. */
  private static void bounced(Making making, SandboxRecord lease, LocalDate paidOn, long paid) {
    LocalDate back = paidOn.plusDays(3).isAfter(making.today) ? making.today : paidOn.plusDays(3);
    String paymentId = making.nextId("ledger-transactions");
    String reversalId = making.nextId("ledger-transactions");
    for (boolean reversal : new boolean[] {false, true}) {
      SandboxRecord.Draft draft =
          fill(
              making,
              making.draft("ledger-transactions", reversal ? reversalId : paymentId),
              lease,
              ChargeCode.PAYMENT,
              reversal ? back : paidOn);
      draft
          .set("type", "Payment")
          .set("paymentMethod", "ACH")
          .set("amount", reversal ? paid : -paid);
      draft.set("description", reversal ? "NSF reversal" : "Payment");
      draft.set(reversal ? "reversalOf" : "reversedBy", reversal ? paymentId : reversalId);
      making.add("ledger-transactions", draft);
    }
    add(making, lease, "Charge", ChargeCode.NSF_FEE, back, back.plusDays(5), 5000);
  }

  static void payment(Making making, SandboxRecord lease, LocalDate day, long amount) {
    SandboxRecord.Draft draft =
        fill(making, making.draft("ledger-transactions"), lease, ChargeCode.PAYMENT, day);
    draft.set("type", "Payment").set("amount", amount).set("paymentMethod", making.pick(METHODS));
    making.add("ledger-transactions", draft);
  }

  static void add(
      Making making,
      SandboxRecord lease,
      String type,
      ChargeCode code,
      LocalDate day,
      LocalDate due,
      long amount) {
    making.add(
        "ledger-transactions",
        fill(making, making.draft("ledger-transactions"), lease, code, day)
            .set("type", type)
            .set("dueOn", due)
            .set("amount", amount));
  }

  private static SandboxRecord.Draft fill(
      Making making,
      SandboxRecord.Draft draft,
      SandboxRecord lease,
      ChargeCode code,
      LocalDate day) {
    return draft
        .set("leaseId", lease.id())
        .set("residentId", lease.text("residentId"))
        .set("chargeCodeId", code.id(making))
        .set("description", code.label)
        .set("transactionOn", day)
        .set("postedOn", day)
        .set("postMonth", YearMonth.from(day))
        .set("temporary", false);
  }
}
