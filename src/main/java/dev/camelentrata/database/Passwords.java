package dev.camelentrata.database;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes passwords for the embedded server's roles. */
final class Passwords {

  private static final int BYTES = 24;

  private Passwords() {}

  /** 192 random bits in letters, digits, {@code -} and {@code _}: no quoting needed anywhere. */
  static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
