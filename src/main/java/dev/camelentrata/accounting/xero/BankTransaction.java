package dev.camelentrata.accounting.xero;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Xero's BankTransaction, as far as we write it.
 *
 * @param type {@code RECEIVE} or {@code SPEND}
 */
record BankTransaction(
    String type,
    Contact contact,
    BankAccount bankAccount,
    LocalDate date,
    String reference,
    String status,
    String lineAmountTypes,
    List<Line> lineItems)
    implements Document {

  /** With whom; Xero adds it when it is new. */
  record Contact(String name) {}

  /** The account that the bank's side is booked on. */
  record BankAccount(String code) {}

  /** Where the money comes from or goes to. */
  record Line(
      String description,
      BigDecimal quantity,
      BigDecimal unitAmount,
      String accountCode,
      List<Tracking> tracking) {}
}
