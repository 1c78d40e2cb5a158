package dev.camelentrata.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs with an environment of their own: none of our secrets, no {@code PG*} settings.
 *
 * @param directory the working directory
 * @param output where standard output and error go; the last run's is kept
 */
record ServerCommand(Path directory, File output) {

  private static final Set<String> KEPT = Set.of("PATH", "SystemRoot", "TEMP", "TMP");

  /** How a program ended, and what it printed. */
  record Result(int exit, String output) {
    boolean ok() {
      return exit == 0;
    }
  }

  ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT);
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    return builder.redirectErrorStream(true);
  }

  /** Runs to the end; a program that is missing or too slow counts as failed. */
  Result run(List<String> prefix, List<String> command, Duration atMost) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    try {
      Process process = builder(all).redirectOutput(output).start();
      process.getOutputStream().close();
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Result(-1, command.get(0) + " took longer than " + atMost.toSeconds() + " s");
      }
      String text = new String(Files.readAllBytes(output.toPath()), StandardCharsets.UTF_8);
      return new Result(process.exitValue(), text.strip());
    } catch (IOException e) {
      return new Result(-1, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("interrupted while PostgreSQL was starting or stopping", e);
    }
  }
}
