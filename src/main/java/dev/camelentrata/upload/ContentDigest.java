package dev.camelentrata.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SHA-256 of some content, written as {@code sha-256=:<base64>:} (RFC 9530). Immutable.
 *
 * @param hex the 32 bytes in hexadecimal
 */
public record ContentDigest(String hex) {

  private static final Pattern MEMBER =
      Pattern.compile("(?:^|,)\\s*sha-256\\s*=\\s*:([A-Za-z0-9+/]{43}=):\\s*(?=,|;|$)");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public ContentDigest {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits");
    }
  }

  static ContentDigest of(byte[] sha256) {
    return new ContentDigest(HexFormat.of().formatHex(sha256));
  }

  /** The SHA-256 of a {@code Content-Digest} field; empty if it has none that is well-formed. */
  public static Optional<ContentDigest> parse(String field) {
    if (field == null) {
      return Optional.empty();
    }
    Matcher matcher = MEMBER.matcher(field.strip());
    return matcher.find()
        ? Optional.of(of(Base64.getDecoder().decode(matcher.group(1))))
        : Optional.empty();
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }

  /** As a field's value. */
  @Override
  public String toString() {
    return "sha-256=:" + Base64.getEncoder().encodeToString(bytes()) + ":";
  }
}
