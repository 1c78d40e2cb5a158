package dev.camelentrata.accounting.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/**
 * A difference that a step found.
 *
 * @param subject what it is about, the same at each finding: {@code transaction/7}, {@code
 *     journal/1001/2026-11/2026-11-03}
 * @param evidence both sides' rows
 */
record Finding(
    ReconcileStep step,
    VarianceKind kind,
    String subject,
    Place place,
    Entry entry,
    List<String> transactionIds,
    Figure expected,
    Figure found,
    String detail,
    ObjectNode evidence) {

  /** So many transactions are named; evidence tells of no more rows either. */
  static final int MOST = 50;

  Finding {
    transactionIds = List.copyOf(transactionIds.subList(0, Math.min(transactionIds.size(), MOST)));
  }

  /**
   * Where it is.
   *
   * @param propertyId null if it is not known
   * @param chargeCode null for none, or several
   * @param account null for none, or several
   */
  record Place(String propertyId, LocalDate day, String chargeCode, String account) {

    static Place of(String propertyId, LocalDate day) {
      return new Place(propertyId, day, null, null);
    }
  }

  /**
   * The entry that it is about; all null if it is about none.
   *
   * @param connectionId which accounting system's books
   * @param reference the digest of the journal's reference
   */
  record Entry(String connectionId, String docNumber, String reference) {

    static final Entry NONE = new Entry(null, null, null);
  }

  /** The same for the same difference in every run. */
  String key() {
    return String.join(
        "|",
        step.slug(),
        kind.slug(),
        entry.connectionId() == null ? "" : entry.connectionId(),
        subject);
  }

  static ObjectNode blank() {
    return JsonNodeFactory.instance.objectNode();
  }
}
