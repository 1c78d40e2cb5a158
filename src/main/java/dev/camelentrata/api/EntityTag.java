package dev.camelentrata.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A strong entity tag (RFC 9110, section 8.8.3): the same for the same bytes only. */
record EntityTag(String text) {

  private static final int BYTES = 15;

  static EntityTag of(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      String tag =
          Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
      return new EntityTag('"' + tag + '"');
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }

  /** Whether the header {@code If-None-Match} names it; weak tags of the same text count. */
  boolean isIn(String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String tag : ifNoneMatch.split(",", -1)) {
      String known = tag.strip();
      if (known.equals("*") || known.equals(text) || known.equals("W/" + text)) {
        return true;
      }
    }
    return false;
  }
}
