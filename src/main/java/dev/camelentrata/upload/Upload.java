package dev.camelentrata.upload;

import java.time.Instant;
import java.util.Objects;

/**
 * A file that somebody announced.
 *
 * @param propertyId the property that it is meant for; null if that was not said
 * @param fileName a plain name, without a path
 * @param length in bytes
 * @param digest of the content; null while it is neither announced nor stored
 * @param submissionId the submission that used it; null before
 * @param expiresAt when its address ends
 */
public record Upload(
    String id,
    String company,
    String username,
    String propertyId,
    String fileName,
    String mediaType,
    long length,
    ContentDigest digest,
    State state,
    String submissionId,
    Instant createdAt,
    Instant expiresAt) {

  /** How far an upload has come. */
  public enum State {
    ANNOUNCED,
    STORED,
    USED,
    EXPIRED
  }

  public Upload {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(company, "company");
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(state, "state");
  }

  @Override
  public String toString() {
    return "Upload[" + id + " " + state + "]";
  }
}
