package dev.camelentrata.security;

/** The access token was revoked or ran out between two steps of one request. */
public final class AccessTokenEndedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String tokenId;

  AccessTokenEndedException(String tokenId) {
    super("access token " + tokenId + " is no longer good; log in again with POST /sessions");
    this.tokenId = tokenId;
  }

  public String tokenId() {
    return tokenId;
  }
}
