package dev.camelentrata.upload;

import dev.camelentrata.security.SecretBox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Signs addresses that are good for a while and need no token (HMAC-SHA-256 by the master key), and
 * tells whether one still is. Safe for use by many threads.
 */
public final class SignedUrls {

  private static final String SEPARATOR = "\n";
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  private final SecretBox secrets;
  private final Duration life;
  private final Clock clock;

  /** What an address says of itself: when it ends, and that we made it. */
  public record Signature(Instant expiresAt, String text) {

    /** The query of the address, without the question mark. */
    public String query() {
      return "expires=" + expiresAt.getEpochSecond() + "&signature=" + text;
    }

    @Override
    public String toString() {
      return "Signature[" + expiresAt + "]";
    }
  }

  /** Addresses made here are good for so long. */
  public SignedUrls(SecretBox secrets, Duration life, Clock clock) {
    this.secrets = secrets;
    this.life = life;
    this.clock = clock;
  }

  /**
   * Signs from now.
   *
   * @param purpose what the address is for, so that none is good for anything else
   */
  public Signature sign(String purpose, String... parts) {
    Instant end = Instant.ofEpochSecond(clock.instant().plus(life).getEpochSecond());
    return new Signature(end, text(purpose, end.getEpochSecond(), parts));
  }

  /**
   * Throws {@code URL_INVALID} or {@code URL_EXPIRED} unless the address is ours and still good.
   */
  public void require(String purpose, String expires, String signature, String... parts) {
    if (expires == null || signature == null || !SECONDS.matcher(expires).matches()) {
      throw invalid();
    }
    long end = Long.parseLong(expires);
    byte[] wanted = text(purpose, end, parts).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(wanted, signature.getBytes(StandardCharsets.UTF_8))) {
      throw invalid();
    }
    if (!clock.instant().isBefore(Instant.ofEpochSecond(end))) {
      throw new UploadException(
          UploadProblem.URL_EXPIRED,
          "This address was good until "
              + Instant.ofEpochSecond(end)
              + ". Ask for a new one the same way.");
    }
  }

  static UploadException invalid() {
    return new UploadException(
        UploadProblem.URL_INVALID,
        "This address was not made by this API. Use the url of the answer unchanged, with all of its"
            + " query.");
  }

  private String text(String purpose, long end, String... parts) {
    return secrets.fingerprint(
        end + SEPARATOR + String.join(SEPARATOR, parts), "signed-url/" + purpose);
  }
}
