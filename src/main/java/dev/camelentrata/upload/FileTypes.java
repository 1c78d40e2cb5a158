package dev.camelentrata.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tika.Tika;

/** Tells what a file really is, whatever it is called. Safe for use by many threads. */
public final class FileTypes {

  private static final int ENOUGH = 64 << 10;

  private final Tika tika = new Tika();
  private final Set<String> allowed;

  public FileTypes(Set<String> allowed) {
    this.allowed = new TreeSet<>(allowed);
  }

  /** By its first bytes; {@code application/octet-stream} if nothing is known that begins so. */
  public String sniff(byte[] start) {
    return tika.detect(start).toLowerCase(Locale.ROOT);
  }

  /** Refuses an announced type that is not taken. */
  void requireAllowed(String mediaType) {
    if (!allowed.contains(mediaType)) {
      throw new UploadException(
          UploadProblem.FILE_TYPE_NOT_ALLOWED,
          mediaType + " is not taken; send one of " + String.join(", ", allowed) + ".");
    }
  }

  /** Refuses a file that is not of the announced type. */
  void require(Path file, String announced) throws IOException {
    String real;
    try (InputStream content = Files.newInputStream(file)) {
      real = sniff(content.readNBytes(ENOUGH));
    }
    if (!real.equals(announced) || !allowed.contains(real)) {
      throw new UploadException(
          UploadProblem.FILE_TYPE_NOT_ALLOWED,
          "The file was announced as "
              + announced
              + " but its content is "
              + real
              + ". Send a real file of one of "
              + String.join(", ", allowed)
              + ", announced as what it is.");
    }
  }
}
