package dev.camelentrata.accounting.system;

/** An entry cannot be sent as it is; the message says what to mend, in the books or in the file. */
public final class UnsendableEntryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnsendableEntryException(String message) {
    super(message);
  }
}
