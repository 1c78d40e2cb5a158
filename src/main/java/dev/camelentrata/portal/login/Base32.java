package dev.camelentrata.portal.login;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Base32 as authenticator apps write their secrets (RFC 4648, section 6). */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  /** Blanks, hyphens, letter case and padding do not matter; the message never holds the text. */
  static byte[] decode(String text) {
    String letters = text.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      int value = ALPHABET.indexOf(letters.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("character " + (i + 1) + " is not one of A-Z and 2-7");
      }
      buffer = (buffer << 5) | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >> bits);
        buffer &= (1 << bits) - 1;
      }
    }
    if (bytes.size() < 10) {
      throw new IllegalArgumentException("it is too short for the secret of an authenticator app");
    }
    return bytes.toByteArray();
  }
}
