package dev.camelentrata.accounting.connect;

/** What came of asking a system for tokens. */
sealed interface TokenAnswer {

  /** They were given. */
  record Granted(TokenSet tokens) implements TokenAnswer {}

  /**
   * They will not be given.
   *
   * @param code the error's code, as in RFC 6749, section 5.2
   */
  record Refused(String code) implements TokenAnswer {}

  /**
   * Nobody knows, or they may be given later.
   *
   * @param reason without anything secret
   */
  record None(String reason) implements TokenAnswer {}
}
