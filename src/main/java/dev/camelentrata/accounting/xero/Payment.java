package dev.camelentrata.accounting.xero;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Xero's Payment, as far as we write it: what was paid of one invoice. */
record Payment(
    InvoiceId invoice,
    BankTransaction.BankAccount account,
    LocalDate date,
    BigDecimal amount,
    String reference)
    implements Document {

  /** The invoice, by what Xero calls it. */
  record InvoiceId(@com.fasterxml.jackson.annotation.JsonProperty("InvoiceID") String id) {}
}
