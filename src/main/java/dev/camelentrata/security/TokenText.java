package dev.camelentrata.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The text of access tokens: {@code ent_} and 32 random bytes, of which only a hash is kept. */
final class TokenText {

  private static final Pattern FORM = Pattern.compile("ent_[A-Za-z0-9_-]{43}");
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 12;

  private final SecureRandom random = new SecureRandom();

  String create() {
    return "ent_" + base64(SECRET_BYTES);
  }

  /** A public id for a token, fit for logs. */
  String createId() {
    return "tok_" + base64(ID_BYTES);
  }

  static boolean wellFormed(String text) {
    return text != null && FORM.matcher(text).matches();
  }

  /** SHA-256; a token has 256 random bits, so that neither salt nor slowness would add anything. */
  static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new SecurityStateException("SHA-256 is missing from this Java", e);
    }
  }

  private String base64(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
