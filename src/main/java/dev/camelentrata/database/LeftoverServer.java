package dev.camelentrata.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that outlived a killed application on the same data directory, whoever it runs as.
 *
 * @param home the directory, locked by us, with the server's programs and files
 * @param cluster the server's files
 */
record LeftoverServer(Path home, Path cluster, ServerCommand command) {

  private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Ends the server, and clears away a pid file that belongs to a stranger by now. */
  void end() {
    Optional<ProcessHandle> found =
        PostmasterFile.read(cluster).flatMap(file -> ProcessHandle.of(file.pid()));
    if (found.isEmpty()) {
      return;
    }
    ProcessHandle process = found.get();
    if (!isOurs(process.info())) {
      forgetStranger();
      return;
    }
    LOG.info("Stopping the PostgreSQL (process {}) that an earlier run left", process.pid());
    if (!ends(process, "INT") && !ends(process, "QUIT")) {
      throw new DatabaseException(
          "The PostgreSQL of an earlier run (process "
              + process.pid()
              + ") does not stop. End that process and start again.");
    }
  }

  /** By program or, where another user's program cannot be seen, by the directory it serves. */
  private boolean isOurs(ProcessHandle.Info info) {
    return info.command().map(Path::of).filter(c -> c.startsWith(home)).isPresent()
        || info.arguments().filter(a -> Arrays.asList(a).contains(cluster.toString())).isPresent();
  }

  /** After a reboot the pid may be anybody's; PostgreSQL would refuse to start because of it. */
  private void forgetStranger() {
    try {
      Files.deleteIfExists(cluster.resolve(PostmasterFile.NAME));
    } catch (IOException e) {
      throw new DatabaseException("Cannot delete the stale " + PostmasterFile.NAME, e);
    }
  }

  /** Sends a signal (INT: cut connections and stop; QUIT: stop at once) and waits for the end. */
  private boolean ends(ProcessHandle process, String signal) {
    List<String> kill = List.of("sh", "-c", "kill -" + signal + " " + process.pid());
    if (!command.run(List.of(), kill, PATIENCE).ok()) {
      process.destroy();
    }
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("interrupted while an earlier PostgreSQL was stopping", e);
    }
  }
}
