package dev.camelentrata.accounting;

/** A company has no books in the file of charge codes; the message says what to add. */
public final class NoBooksException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoBooksException(String message) {
    super(message);
  }
}
