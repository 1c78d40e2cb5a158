package dev.camelentrata.accounting.quickbooks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * QuickBooks' Payment, as far as we write it: what a customer paid of invoices.
 *
 * @param paymentRefNum our reference: payments have no document number
 * @param line how much of it pays which invoice
 */
record Payment(
    String paymentRefNum,
    LocalDate txnDate,
    String privateNote,
    Ref customerRef,
    BigDecimal totalAmt,
    Ref depositToAccountRef,
    List<Line> line)
    implements Transaction {

  @Override
  public String entity() {
    return "Payment";
  }

  @Override
  @JsonIgnore
  public String docNumber() {
    return paymentRefNum;
  }

  @Override
  @JsonIgnore
  public String numberField() {
    return "PaymentRefNum";
  }

  /** What is paid of one invoice. */
  record Line(BigDecimal amount, List<Linked> linkedTxn) {

    static Line of(BigDecimal amount, String invoiceId) {
      return new Line(amount, List.of(new Linked(invoiceId, "Invoice")));
    }
  }

  /** Another transaction by its id. */
  record Linked(String txnId, String txnType) {}
}
