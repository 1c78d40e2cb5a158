package dev.camelentrata.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/**
 * A line of a resident's ledger.
 *
 * @param chargeCode the code, the same for the same fee at every property, such as {@code
 *     base-rent}; null if the portal names none
 * @param postMonth the month of the books that it belongs to
 * @param amount positive for what is owed, negative for what lowers it
 * @param balance what of it is still open, with the sign of the amount; null if not known
 * @param reversalOf the transaction that it takes back; null for most
 * @param reversedBy the transaction that takes it back; null for most
 * @param temporary whether it is not final yet
 * @param allocations which transactions a credit pays, and how much of each
 * @param leaseId the lease whose ledger it is on; null if that is not known
 */
public record LedgerTransaction(
    String id,
    String propertyId,
    LedgerTransactionType type,
    String chargeCode,
    LocalDate postedOn,
    YearMonth postMonth,
    Money amount,
    Money balance,
    String reversalOf,
    String reversedBy,
    boolean temporary,
    List<Allocation> allocations,
    String leaseId) {

  /** A part of a credit that pays another transaction; the amount is above zero. */
  public record Allocation(String transactionId, Money amount) {

    public Allocation {
      Objects.requireNonNull(transactionId, "transactionId");
      if (amount.signum() <= 0) {
        throw new IllegalArgumentException("an allocation is above zero, not " + amount);
      }
    }
  }

  /** One of which the lease is not known. */
  public LedgerTransaction(
      String id,
      String propertyId,
      LedgerTransactionType type,
      String chargeCode,
      LocalDate postedOn,
      YearMonth postMonth,
      Money amount,
      Money balance,
      String reversalOf,
      String reversedBy,
      boolean temporary,
      List<Allocation> allocations) {
    this(
        id,
        propertyId,
        type,
        chargeCode,
        postedOn,
        postMonth,
        amount,
        balance,
        reversalOf,
        reversedBy,
        temporary,
        allocations,
        null);
  }

  /** Refuses what no ledger can hold: an allocation of more than there is. */
  public LedgerTransaction {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(propertyId, "propertyId");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(postedOn, "postedOn");
    Objects.requireNonNull(postMonth, "postMonth");
    allocations = List.copyOf(allocations);
    Money open = amount;
    for (Allocation allocation : allocations) {
      open = open.plus(allocation.amount());
    }
    if (!allocations.isEmpty() && open.signum() > 0) {
      throw new IllegalArgumentException(
          "transaction " + id + " pays more than its amount " + amount.amount().toPlainString());
    }
  }

  /** Whether it takes back another, or is taken back itself. */
  public boolean reversed() {
    return reversalOf != null || reversedBy != null;
  }
}
