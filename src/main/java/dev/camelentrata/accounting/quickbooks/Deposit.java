package dev.camelentrata.accounting.quickbooks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** QuickBooks' Deposit, as far as we write it: money that comes to a bank account. */
record Deposit(
    String docNumber,
    LocalDate txnDate,
    String privateNote,
    Ref depositToAccountRef,
    List<Line> line)
    implements Transaction {

  @Override
  public String entity() {
    return "Deposit";
  }

  /** Where some of it comes from. */
  record Line(BigDecimal amount, String description, String detailType, Detail depositLineDetail) {

    static Line of(BigDecimal amount, String description, Detail detail) {
      return new Line(amount, description, "DepositLineDetail", detail);
    }
  }

  /** What the line is booked on. */
  record Detail(Ref accountRef, Ref classRef) {}
}
