package dev.camelentrata.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.camelentrata.accounting.reconcile.Variance;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A variance as the API shows it.
 *
 * @param evidence both sides' rows
 * @param repairedIn the reconciliation after which its entry was sent once more; null if it was not
 */
record VarianceView(
    String id,
    String step,
    String kind,
    String state,
    String propertyId,
    LocalDate day,
    String chargeCode,
    String account,
    String connectionId,
    String docNumber,
    List<String> transactionIds,
    ReconciliationView.Sum expected,
    ReconciliationView.Sum found,
    String detail,
    String explanation,
    JsonNode evidence,
    String firstSeenIn,
    String lastSeenIn,
    Instant firstSeenAt,
    Instant lastSeenAt,
    Instant resolvedAt,
    String repairedIn) {

  /** One variance, in the same shape as a list's {@code data}. */
  record One(VarianceView data) {}

  static VarianceView of(Variance variance, ObjectMapper json) {
    try {
      return new VarianceView(
          variance.id(),
          variance.step().slug(),
          variance.kind().slug(),
          variance.state().slug(),
          variance.propertyId(),
          variance.day(),
          variance.chargeCode(),
          variance.account(),
          variance.connectionId(),
          variance.docNumber(),
          variance.transactionIds(),
          ReconciliationView.Sum.of(variance.expected(), variance.currency()),
          ReconciliationView.Sum.of(variance.found(), variance.currency()),
          variance.detail(),
          variance.explanation(),
          json.readTree(variance.evidence()),
          variance.firstSeenIn(),
          variance.lastSeenIn(),
          variance.firstSeenAt(),
          variance.lastSeenAt(),
          variance.resolvedAt(),
          variance.repairedIn());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ApiException notFound() {
    return ApiException.of(
        ProblemType.NOT_FOUND, "There is no such variance; GET /variances lists them.");
  }
}
