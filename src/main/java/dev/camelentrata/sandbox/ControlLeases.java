package dev.camelentrata.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The control calls for what happens to a lease: notice is given, a payment comes in. */
final class ControlLeases {

  private static final int USUAL_DAYS_OF_NOTICE = 30;

  private final SandboxRecords records;
  private final SandboxContent content;
  private final RecordKind leases;
  private final RecordKind ledger;

  ControlLeases(SandboxRecords records, SandboxContent content) {
    this.records = records;
    this.content = content;
    this.leases = records.kinds.get("leases");
    this.ledger = records.kinds.get("ledger-transactions");
  }

  Optional<SandboxRecord> find(String id) {
    return records.find(leases, id);
  }

  /** Sets a current lease to notice; nothing else changes but what follows from it. */
  Map<String, Object> notice(SandboxRecord lease, JsonNode sent) {
    ControlApi.only(sent, Set.of("noticeOn", "moveOutOn"));
    if (!lease.is("status", "Current")) {
      throw new IllegalArgumentException(
          "lease " + lease.id() + " is " + lease.text("status") + "; notice needs Current");
    }
    LocalDate noticeOn = day(sent, "noticeOn", content.today());
    LocalDate moveOutOn = day(sent, "moveOutOn", noticeOn.plusDays(USUAL_DAYS_OF_NOTICE));
    if (moveOutOn.isBefore(noticeOn)) {
      throw new IllegalArgumentException("moveOutOn must not be before noticeOn");
    }
    records.replace(
        leases,
        lease
            .change()
            .set("status", "Notice")
            .set("noticeOn", noticeOn)
            .set("moveOutOn", moveOutOn)
            .set("moveOutType", "Move Out")
            .made());
    return PlainJson.of(find(lease.id()).orElseThrow());
  }

  /** Posts a payment of today to the lease's ledger. */
  Map<String, Object> pay(SandboxRecord lease, JsonNode sent) {
    ControlApi.only(sent, Set.of("amount"));
    LocalDate today = content.today();
    return PlainJson.of(
        records.add(
            ledger,
            ledger
                .fields()
                .draft()
                .set("propertyId", lease.text("propertyId"))
                .set("leaseId", lease.id())
                .set("residentId", lease.text("residentId"))
                .set("type", "Payment")
                .set("chargeCodeId", paymentCode())
                .set("description", ChargeCode.PAYMENT.label)
                .set("transactionOn", today)
                .set("postedOn", today)
                .set("postMonth", YearMonth.from(today))
                .set("amount", -amount(sent))
                .set("temporary", false)
                .set("paymentMethod", "ACH"),
            lease.text("propertyId")));
  }

  private String paymentCode() {
    return records.list(records.kinds.get("charge-codes")).stream()
        .filter(code -> code.is("type", "Payment"))
        .map(SandboxRecord::id)
        .findFirst()
        .orElse(null);
  }

  private static long amount(JsonNode sent) {
    try {
      long cents = PlainJson.cents(sent.path("amount"));
      if (cents > 0) {
        return cents;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException("amount must be an amount such as 1545.00", e);
    }
    throw new IllegalArgumentException("amount must be more than 0");
  }

  private static LocalDate day(JsonNode sent, String name, LocalDate otherwise) {
    try {
      return sent.hasNonNull(name) ? LocalDate.parse(sent.get(name).asText()) : otherwise;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name + " must be a date such as 2026-11-24", e);
    }
  }
}
