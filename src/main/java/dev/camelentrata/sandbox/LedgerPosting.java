package dev.camelentrata.sandbox;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** Posts lines to the ledgers of leases. */
final class LedgerPosting {

  private final DialogRecords records;

  LedgerPosting(DialogRecords records) {
    this.records = records;
  }

  /** A line that is to be posted; amounts in cents, negative for credits. */
  record Line(String type, String codeId, String words, long amount, LocalDate postedOn) {}

  /** A draft of the line, with all that every line has. */
  SandboxRecord.Draft draft(SandboxRecord lease, Line line) {
    return records
        .draft("ledger-transactions")
        .set("leaseId", lease.id())
        .set("residentId", lease.text("residentId"))
        .set("type", line.type())
        .set("chargeCodeId", line.codeId())
        .set("description", line.words())
        .set("transactionOn", records.today())
        .set("postedOn", line.postedOn())
        .set("postMonth", YearMonth.from(line.postedOn()))
        .set("amount", line.amount())
        .set("temporary", false);
  }

  SandboxRecord post(SandboxRecord lease, SandboxRecord.Draft line) {
    return records.add("ledger-transactions", line, lease.text("propertyId"));
  }

  /** Notes when nothing is posted to the lease's ledger any more. */
  void checkOpen(SandboxRecord lease, Mistakes mistakes) {
    if (lease.is("status", "Cancelled")) {
      mistakes.say("This lease is cancelled; its ledger is closed.");
    }
  }

  /** Notes when the month of this day is closed in the property's books. */
  void checkMonth(String propertyId, Answers answers, String field, Mistakes mistakes) {
    YearMonth month = YearMonth.from(answers.day(field));
    YearMonth open = (YearMonth) records.settings(propertyId).get("arPostMonth");
    if (month.isBefore(open)) {
      mistakes.add(
          field,
          "Post month " + words(month) + " is closed; the AR post month is " + words(open) + ".");
    } else if (answers.day(field).isAfter(records.today().plusDays(31))) {
      mistakes.add(field, "Post date must not be more than 31 days ahead.");
    }
  }

  private static String words(YearMonth month) {
    return String.format(Locale.ROOT, "%02d/%d", month.getMonthValue(), month.getYear());
  }
}
