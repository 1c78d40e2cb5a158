package dev.camelentrata.database;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a terminal's Ctrl-C, which goes to every process of its group, from the server, so that the
 * application can finish its work first.
 */
final class TerminalShield {

  private static final String PERL_SETSID = "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV;";

  private TerminalShield() {}

  /** Words to put before a command; they replace themselves by it, so that its pid stays ours. */
  static List<String> prefix(String searchPath) {
    if (find("setsid", searchPath).isPresent()) {
      return List.of("setsid");
    }
    return find("perl", searchPath).isPresent() ? List.of("perl", "-e", PERL_SETSID) : List.of();
  }

  private static Optional<Path> find(String program, String searchPath) {
    return Arrays.stream(searchPath.split(File.pathSeparator))
        .filter(d -> !d.isEmpty())
        .map(d -> Path.of(d, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
