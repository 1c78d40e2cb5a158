package dev.camelentrata.accounting.quickbooks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** QuickBooks' JournalEntry, as far as we write it. */
record JournalEntry(String docNumber, LocalDate txnDate, String privateNote, List<Line> line)
    implements Transaction {

  @Override
  public String entity() {
    return "JournalEntry";
  }

  /** A debit or credit; the amount is above zero. */
  record Line(
      BigDecimal amount, String description, String detailType, Detail journalEntryLineDetail) {

    static Line of(BigDecimal amount, String description, Detail detail) {
      return new Line(amount, description, "JournalEntryLineDetail", detail);
    }
  }

  /** What the line is booked on. */
  record Detail(String postingType, Ref accountRef, Ref classRef) {}
}
