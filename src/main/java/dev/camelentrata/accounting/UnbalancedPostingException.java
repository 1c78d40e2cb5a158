package dev.camelentrata.accounting;

/** Debits and credits of an entry differ; it cannot be made. */
public final class UnbalancedPostingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnbalancedPostingException(String journal, String difference) {
    super("the entry for " + journal + " is out of balance by " + difference);
  }
}
