package dev.camelentrata.accounting.system;

/** The permission to work in the books no longer holds; a person must connect anew. */
public final class ConnectionBrokenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String connectionId;

  public ConnectionBrokenException(String connectionId, String message) {
    super(message);
    this.connectionId = connectionId;
  }

  public String connectionId() {
    return connectionId;
  }
}
