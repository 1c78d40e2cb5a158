package dev.camelentrata.sandbox.books;

/** A refusal of a token call, with the error word of RFC 6749. */
final class OAuthRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  final int status;
  final String error;

  OAuthRefusal(int status, String error, String description) {
    super(description, null, false, false);
    this.status = status;
    this.error = error;
  }

  static OAuthRefusal invalidGrant(String description) {
    return new OAuthRefusal(400, "invalid_grant", description);
  }
}
