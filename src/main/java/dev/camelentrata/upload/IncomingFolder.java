package dev.camelentrata.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where files are while they are received; what a killed program left is removed at the start. */
final class IncomingFolder {

  private static final Logger LOG = LoggerFactory.getLogger(IncomingFolder.class);
  private static final String PATTERN = "upl_*.part";

  private final Path folder;

  private IncomingFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder if need be, and sweeps it. */
  static IncomingFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      int swept = 0;
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PATTERN)) {
        for (Path file : left) {
          Files.deleteIfExists(file);
          swept++;
        }
      }
      if (swept > 0) {
        LOG.info("Removed {} files that were not received to their end", swept);
      }
      return new IncomingFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot use " + folder + " for files that come in; make it writable", e);
    }
  }

  /** An empty file of its own for this upload. */
  Path newFile(String uploadId) {
    try {
      return Files.createTempFile(folder, uploadId + "-", ".part");
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException("the folder " + folder + " is gone; restart", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }
}
