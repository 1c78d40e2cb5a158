package dev.camelentrata.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server wrote into {@code postmaster.pid}; a killed server leaves it behind.
 *
 * @param ready whether the server said that it takes connections
 */
record PostmasterFile(long pid, boolean ready) {

  static final String NAME = "postmaster.pid";

  private static final int STATUS_LINE = 7;

  /** Reads the file; empty if there is none or it is being written. */
  static Optional<PostmasterFile> read(Path cluster) {
    try {
      return parse(Files.readAllLines(cluster.resolve(NAME)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new DatabaseException("Cannot read " + cluster.resolve(NAME), e);
    }
  }

  static Optional<PostmasterFile> parse(List<String> lines) {
    try {
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new PostmasterFile(
                  Math.abs(Long.parseLong(lines.get(0).strip())),
                  lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
