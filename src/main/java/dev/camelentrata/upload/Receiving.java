package dev.camelentrata.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files in: announces them, receives each once at its signed address, checks and stores it.
 * Safe for use by many threads.
 */
public final class Receiving {

  private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
  private static final String PURPOSE = "upload";
  private static final Duration LONGEST_STORING = Duration.ofMinutes(2);

  private final UploadRows rows;
  private final UploadStore store;
  private final SignedUrls urls;
  private final UploadSettings settings;
  private final FileTypes types;
  private final IncomingFolder incoming;
  private final Clock clock;

  /** An announced upload and the query of the address that takes it. */
  public record Announced(Upload upload, String query) {
    @Override
    public String toString() {
      return "Announced[" + upload + "]";
    }
  }

  Receiving(
      UploadRows rows,
      UploadStore store,
      SignedUrls urls,
      UploadSettings settings,
      FileTypes types,
      Clock clock) {
    this.rows = rows;
    this.store = store;
    this.urls = urls;
    this.settings = settings;
    this.types = types;
    this.incoming = IncomingFolder.open(settings.incoming());
    this.clock = clock;
  }

  /**
   * Notes a file that is to come.
   *
   * @throws UploadException {@code FILE_TYPE_NOT_ALLOWED} or {@code FILE_TOO_LARGE}
   */
  public Announced announce(NewUpload wanted) {
    types.requireAllowed(wanted.mediaType());
    requireSize(wanted.length());
    String id = "upl_" + UUID.randomUUID().toString().replace("-", "");
    SignedUrls.Signature signature = urls.sign(PURPOSE, id, wanted.company());
    Upload upload =
        new Upload(
            id,
            wanted.company(),
            wanted.username(),
            wanted.propertyId(),
            wanted.fileName(),
            wanted.mediaType(),
            wanted.length(),
            wanted.digest(),
            Upload.State.ANNOUNCED,
            null,
            clock.instant(),
            signature.expiresAt());
    rows.add(upload);
    return new Announced(upload, signature.query());
  }

  /**
   * Opens an intake for content that is about to come, if its request keeps to what was announced.
   *
   * @param length what the request says it is; -1 if it does not
   * @param contentDigest the {@code Content-Digest} field; null if there is none
   * @throws UploadException if the content should not be received at all
   */
  public Intake expect(
      String id, String expires, String signature, long length, String contentDigest) {
    Upload upload = rows.findByHolder(id).orElseThrow(SignedUrls::invalid);
    urls.require(PURPOSE, expires, signature, id, upload.company());
    requireUnused(upload);
    if (length >= 0) {
      requireSize(length);
    }
    if (length >= 0 && length != upload.length()) {
      throw new UploadException(
          UploadProblem.LENGTH_MISMATCH,
          "Content-Length is "
              + length
              + " but "
              + upload.length()
              + " bytes were announced. Send the same file, or announce it anew.");
    }
    ContentDigest promised =
        ContentDigest.parse(contentDigest).orElseThrow(Receiving::digestMissing);
    if (upload.digest() != null && !upload.digest().equals(promised)) {
      throw Intake.mismatch();
    }
    return new Intake(upload, promised, incoming.newFile(id));
  }

  /**
   * Checks what was received and stores it; nothing of it stays in the folder of what comes in.
   *
   * @return the digest of the content
   */
  public ContentDigest store(Intake intake) {
    try {
      ContentDigest digest = intake.received();
      Upload upload = intake.upload();
      types.require(intake.file(), upload.mediaType());
      Instant now = clock.instant();
      if (!rows.beginStoring(upload, now, LONGEST_STORING)) {
        throw used();
      }
      keep(intake, digest);
      return digest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      intake.discard();
    }
  }

  private void keep(Intake intake, ContentDigest digest) throws IOException {
    boolean kept = false;
    try {
      store.put(intake.upload().id(), intake.file());
      rows.endStoring(intake.upload(), digest);
      kept = true;
    } finally {
      if (!kept) {
        takeBack(intake.upload());
      }
    }
  }

  /** What cannot be removed now is overwritten by the next attempt, or removed as stale. */
  private void takeBack(Upload upload) {
    try {
      store.remove(upload.id());
      rows.giveUpStoring(upload);
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} was not stored, and what there is of it could not be removed", upload.id(), e);
    }
  }

  private void requireSize(long length) {
    if (length > settings.maxSize()) {
      throw new UploadException(
          UploadProblem.FILE_TOO_LARGE,
          "A file may have at most "
              + settings.maxSize()
              + " bytes; this one has "
              + length
              + ". Send a smaller one.");
    }
  }

  private static void requireUnused(Upload upload) {
    if (upload.state() == Upload.State.EXPIRED) {
      throw new UploadException(
          UploadProblem.URL_EXPIRED, "This upload has ended. Announce the file anew.");
    }
    if (upload.state() != Upload.State.ANNOUNCED) {
      throw used();
    }
  }

  private static UploadException used() {
    return new UploadException(
        UploadProblem.UPLOAD_USED,
        "This address has been used; a file is never overwritten. Announce the file anew.");
  }

  private static UploadException digestMissing() {
    return new UploadException(
        UploadProblem.DIGEST_MISSING,
        "Send the header Content-Digest: sha-256=:<base64 of the content's SHA-256>: (RFC 9530).");
  }
}
