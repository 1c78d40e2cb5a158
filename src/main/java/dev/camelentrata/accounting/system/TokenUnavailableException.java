package dev.camelentrata.accounting.system;

/** No access token can be had just now, but the permission holds: try again later. */
public final class TokenUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what hinders, without anything secret
   */
  public TokenUnavailableException(String message) {
    super(message);
  }
}
