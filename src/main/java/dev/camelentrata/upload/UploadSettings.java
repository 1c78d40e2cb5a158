package dev.camelentrata.upload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How files are taken.
 *
 * @param incoming the folder for files that are still being received; nothing else may be in it
 * @param urlTtl how long a signed address is good
 * @param keep how long a file that nobody used is kept
 * @param maxSize the largest file, in bytes
 * @param types the media types that are taken
 */
public record UploadSettings(
    Path incoming, Duration urlTtl, Duration keep, long maxSize, Set<String> types) {

  public UploadSettings {
    Objects.requireNonNull(incoming, "incoming");
    if (urlTtl.isNegative() || urlTtl.isZero() || keep.compareTo(urlTtl) < 0) {
      throw new IllegalArgumentException(
          "files must be kept at least as long as their address is good, " + urlTtl);
    }
    if (maxSize < 1 || types.isEmpty()) {
      throw new IllegalArgumentException("some size and some type must be allowed");
    }
    types = Set.copyOf(types);
  }
}
