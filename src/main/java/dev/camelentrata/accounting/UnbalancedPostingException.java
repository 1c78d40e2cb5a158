package dev.camelentrata.accounting;

/** Debits and credits of an entry differ; it cannot be made. */
final class UnbalancedPostingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnbalancedPostingException(String journal, String difference) {
    super("the entry for " + journal + " is out of balance by " + difference);
  }
}
