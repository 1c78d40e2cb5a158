package dev.camelentrata.accounting.xero;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Xero's Invoice, as far as we write it: a charge that a contact owes.
 *
 * @param type {@code ACCREC}
 * @param contact whose it is; Xero adds it when it is new
 */
record Invoice(
    String type,
    BankTransaction.Contact contact,
    LocalDate date,
    LocalDate dueDate,
    String invoiceNumber,
    String reference,
    String status,
    String lineAmountTypes,
    List<Line> lineItems)
    implements Document {

  /** What is charged. */
  record Line(
      String description,
      BigDecimal quantity,
      BigDecimal unitAmount,
      String accountCode,
      String taxType,
      List<Tracking> tracking) {}
}
