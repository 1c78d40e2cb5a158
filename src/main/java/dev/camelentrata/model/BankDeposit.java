package dev.camelentrata.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Payments that were brought to the bank together.
 *
 * @param bankAccount the last four digits of the account
 * @param transactionIds the payments in it
 */
public record BankDeposit(
    String id,
    String propertyId,
    String bankAccount,
    LocalDate depositedOn,
    Money amount,
    List<String> transactionIds) {

  public BankDeposit {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(propertyId, "propertyId");
    Objects.requireNonNull(bankAccount, "bankAccount");
    Objects.requireNonNull(depositedOn, "depositedOn");
    Objects.requireNonNull(amount, "amount");
    transactionIds = List.copyOf(transactionIds);
  }
}
