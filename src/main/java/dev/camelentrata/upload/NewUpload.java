package dev.camelentrata.upload;

import java.util.Locale;
import java.util.Objects;

/**
 * What a caller announces before sending a file.
 *
 * @param propertyId the property that it is meant for; null if that is not said
 * @param fileName as the caller calls it; made plain here
 * @param length in bytes, at least 1
 * @param digest of the content; null if it is told with the content only
 */
public record NewUpload(
    String company,
    String username,
    String propertyId,
    String fileName,
    String mediaType,
    long length,
    ContentDigest digest) {

  public NewUpload {
    Objects.requireNonNull(company, "company");
    Objects.requireNonNull(username, "username");
    fileName = FileName.plain(fileName);
    mediaType = mediaType.strip().toLowerCase(Locale.ROOT);
    if (length < 1) {
      throw new IllegalArgumentException("a file has at least one byte");
    }
  }

  @Override
  public String toString() {
    return "NewUpload[" + mediaType + ", " + length + " bytes]";
  }
}
