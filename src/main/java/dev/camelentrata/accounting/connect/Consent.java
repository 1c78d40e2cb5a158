package dev.camelentrata.accounting.connect;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A question for a person's consent (RFC 6749, section 4.1.1, with PKCE by S256, RFC 7636).
 *
 * @param state names the question and begins with the company, whose it is
 * @param verifier what only we know until the code is exchanged
 */
record Consent(String state, String verifier) {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int BYTES = 32;

  static Consent make(String company, SecureRandom random) {
    return new Consent(company + "." + secret(random), secret(random));
  }

  private static String secret(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }

  /** The company that a state names; it is to be believed only if its hash is stored. */
  static String companyOf(String state) {
    int end = state.lastIndexOf('.');
    return end < 0 ? "" : state.substring(0, end);
  }

  /** SHA-256 in base64url: of a state what is stored, of a verifier the challenge. */
  static String hash(String text) {
    try {
      return BASE64.encodeToString(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }

  /** The page of the system on which the person agrees. */
  URI page(OAuthSettings settings, String redirectUri) {
    String query =
        pair("response_type", "code")
            + pair("client_id", settings.clientId())
            + pair("redirect_uri", redirectUri)
            + pair("scope", String.join(" ", settings.scopes()))
            + pair("state", state)
            + pair("code_challenge", hash(verifier))
            + pair("code_challenge_method", "S256");
    return URI.create(settings.authorize() + "?" + query.substring(1));
  }

  private static String pair(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "Consent[of " + companyOf(state) + "]";
  }
}
