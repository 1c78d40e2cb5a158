package dev.camelentrata.accounting.quickbooks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** QuickBooks' Invoice, as far as we write it: a charge that a customer owes. */
record Invoice(
    String docNumber, LocalDate txnDate, String privateNote, Ref customerRef, List<Line> line)
    implements Transaction {

  static final String DETAIL = "SalesItemLineDetail";

  @Override
  public String entity() {
    return "Invoice";
  }

  /** What is charged. */
  record Line(
      BigDecimal amount, String description, String detailType, Detail salesItemLineDetail) {

    static Line of(BigDecimal amount, String description, Detail detail) {
      return new Line(amount, description, DETAIL, detail);
    }
  }

  /** The item, which leads to the account. */
  record Detail(Ref itemRef, Ref classRef) {}
}
