package dev.camelentrata.accounting.xero;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Xero's ManualJournal, as far as we write it. */
record ManualJournal(
    String narration,
    LocalDate date,
    String status,
    String lineAmountTypes,
    List<Line> journalLines)
    implements Document {

  /**
   * A debit, positive, or a credit, negative.
   *
   * @param taxType null for none
   */
  record Line(
      BigDecimal lineAmount,
      String accountCode,
      String description,
      String taxType,
      List<Tracking> tracking) {}
}
