package dev.camelentrata.accounting.system;

import java.time.Instant;

/** An accounting system could not be asked, or did not answer as it should; try again later. */
public final class SystemUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Instant notBefore;

  /**
   * @param message why, without anything secret
   */
  public SystemUnavailableException(String message, Instant notBefore) {
    super(message);
    this.notBefore = notBefore;
  }

  public Instant notBefore() {
    return notBefore;
  }
}
