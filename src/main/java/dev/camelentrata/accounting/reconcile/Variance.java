package dev.camelentrata.accounting.reconcile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A difference of money or count, the same one in however many reconciliations it is found.
 *
 * @param propertyId null if it belongs to no known one
 * @param connectionId which accounting system's books; null for steps that need none
 * @param reference the digest of the journal entry's reference; null for none
 * @param evidence both sides' rows as a JSON object
 * @param explanation why it is right as it is; null unless somebody said so
 * @param repairedIn the reconciliation after which its entry was sent once more; null if it was not
 */
public record Variance(
    String id,
    String company,
    long sequence,
    String propertyId,
    ReconcileStep step,
    VarianceKind kind,
    LocalDate day,
    String connectionId,
    String chargeCode,
    String account,
    String docNumber,
    String reference,
    List<String> transactionIds,
    Figure expected,
    Figure found,
    String currency,
    String detail,
    String evidence,
    VarianceState state,
    String explanation,
    String firstSeenIn,
    String lastSeenIn,
    Instant firstSeenAt,
    Instant lastSeenAt,
    Instant resolvedAt,
    String repairedIn) {

  public Variance {
    transactionIds = List.copyOf(transactionIds);
  }
}
