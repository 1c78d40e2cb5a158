package dev.camelentrata.accounting.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the vendors' published schemas are; the project does not hold them. */
final class Contracts {

  private Contracts() {}

  /** Empty, and told, if they are not there. */
  static Optional<Path> find(String file) {
    String folder = System.getenv("ENTRATA_CONTRACTS_DIR");
    Path path = Path.of(folder == null ? "../shared/contracts" : folder, file);
    if (Files.isReadable(path)) {
      return Optional.of(path);
    }
    System.out.println(
        "There is no "
            + path
            + ": what is sent is not checked against it; name the folder in ENTRATA_CONTRACTS_DIR");
    return Optional.empty();
  }
}
