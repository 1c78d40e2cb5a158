package dev.camelentrata.portal.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A small script that starts chromedriver in a session of its own, so that a terminal's Ctrl-C does
 * not reach it before we end it in order, and that first writes down its process number.
 */
final class DriverLauncher {

  static final String PID_FILE = "ENTRATA_DRIVER_PID_FILE";

  private static final String SCRIPT =
      """
      #!/bin/sh
      # Written at every start.
      echo $$ > "$ENTRATA_DRIVER_PID_FILE"
      exec setsid "%s" "$@"
      """;

  private DriverLauncher() {}

  /** The script, or nothing where the system cannot run one. */
  static Optional<Path> write(Path folder, Path driver) {
    if (driver == null || !hasSetsid() || driver.toString().contains("\"")) {
      return Optional.empty();
    }
    Path script = folder.resolve("chromedriver.sh");
    Path draft = folder.resolve("chromedriver-" + ProcessHandle.current().pid() + ".draft");
    try {
      Files.writeString(draft, SCRIPT.formatted(driver));
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwx------"));
      Files.move(draft, script, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + script, e);
    }
    return Files.isExecutable(script) ? Optional.of(script) : Optional.empty();
  }

  private static boolean hasSetsid() {
    return Files.isExecutable(Path.of("/bin/sh"))
        && (Files.isExecutable(Path.of("/usr/bin/setsid"))
            || Files.isExecutable(Path.of("/bin/setsid")));
  }
}
