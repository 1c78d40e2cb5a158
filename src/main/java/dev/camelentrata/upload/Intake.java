package dev.camelentrata.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * One file while it is being received: measures what comes, and refuses what is not as announced.
 * For one thread at a time; {@link #discard} may come from any.
 */
public final class Intake {

  private final Upload upload;
  private final ContentDigest promised;
  private final Path file;
  private final MessageDigest digest = ContentDigest.start();
  private long length;
  private UploadException refusal;

  /**
   * Nothing was received yet.
   *
   * @param promised the digest that the request names
   * @param file where the content goes; the receiver writes it
   */
  Intake(Upload upload, ContentDigest promised, Path file) {
    this.upload = upload;
    this.promised = promised;
    this.file = file;
  }

  public Upload upload() {
    return upload;
  }

  public Path file() {
    return file;
  }

  /** Notes the next part; false if no more should be received, because it is refused. */
  public boolean add(ByteBuffer part) {
    length += part.remaining();
    if (length > upload.length()) {
      refuse(tooLong());
      return false;
    }
    digest.update(part);
    return refusal == null;
  }

  /** Refuses the file for this reason, unless it was before. */
  public void refuse(UploadException reason) {
    if (refusal == null) {
      refusal = reason;
    }
  }

  /** That the content did not come to its end. */
  public void brokenOff() {
    refuse(
        new UploadException(
            UploadProblem.UPLOAD_BROKEN_OFF,
            "The content broke off. Send it again to the same address."));
  }

  /** The digest of what was received; throws what it was refused for. */
  ContentDigest received() {
    if (refusal != null) {
      throw refusal;
    }
    if (length != upload.length()) {
      throw new UploadException(
          UploadProblem.LENGTH_MISMATCH,
          length
              + " bytes came, but "
              + upload.length()
              + " were announced. Send the whole file, or announce it anew.");
    }
    ContentDigest real = ContentDigest.of(digest.digest());
    if (!real.equals(promised)) {
      throw mismatch();
    }
    return real;
  }

  private UploadException tooLong() {
    return new UploadException(
        UploadProblem.LENGTH_MISMATCH,
        "More bytes came than the "
            + upload.length()
            + " that were announced. Send the same file, or announce it anew.");
  }

  static UploadException mismatch() {
    return new UploadException(
        UploadProblem.DIGEST_MISMATCH,
        "The content's SHA-256 is not the one that was told. Compute it over the bytes that are sent,"
            + " and send the file again to the same address.");
  }

  /** Leaves nothing behind on disk; may be called again. */
  public void discard() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove a received file", e);
    }
  }

  @Override
  public String toString() {
    return "Intake[" + upload.id() + "]";
  }
}
