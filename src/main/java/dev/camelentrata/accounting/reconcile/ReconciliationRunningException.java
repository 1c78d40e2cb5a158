package dev.camelentrata.accounting.reconcile;

/** The company's books are being reconciled already. */
public final class ReconciliationRunningException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reconciliationId;

  /**
   * @param reconciliationId the one that is going on; null if it ended meanwhile
   */
  public ReconciliationRunningException(String reconciliationId) {
    super("A reconciliation of this company is going on; wait until it has ended.");
    this.reconciliationId = reconciliationId;
  }

  public String reconciliationId() {
    return reconciliationId;
  }
}
