package dev.camelentrata.api;

/** The {@code WWW-Authenticate} challenges of the API (RFC 6750, section 3). */
final class Challenge {

  static final String BEARER = "Bearer realm=\"camel-entrata\"";
  static final String INVALID_TOKEN = BEARER + ", error=\"invalid_token\"";
  private static final String INSUFFICIENT_SCOPE =
      BEARER + ", error=\"insufficient_scope\", scope=\"%s\"";

  private Challenge() {}

  static String insufficientScope(String scope) {
    return String.format(INSUFFICIENT_SCOPE, scope);
  }
}
