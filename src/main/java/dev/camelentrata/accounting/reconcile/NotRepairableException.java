package dev.camelentrata.accounting.reconcile;

/** A variance that a person must mend; the message says how. */
public final class NotRepairableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotRepairableException(String message) {
    super(message);
  }
}
