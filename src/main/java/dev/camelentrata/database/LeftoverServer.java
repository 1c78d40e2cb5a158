package dev.camelentrata.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server that outlived a killed application on the same data directory. */
final class LeftoverServer {

  private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path home;
  private final Cluster cluster;

  /** For the files below {@code home}, which the caller holds locked. */
  LeftoverServer(Path home, Cluster cluster) {
    this.home = home;
    this.cluster = cluster;
  }

  /** Ends the server, and clears away a pid file that belongs to a stranger by now. */
  void end(ServerStop stop) {
    Optional<PostmasterFile> file = PostmasterFile.read(cluster.directory());
    Optional<ProcessHandle> process = file.flatMap(f -> ProcessHandle.of(f.pid()));
    if (process.isEmpty()) {
      return;
    }
    if (!isOurs(process.get().info())) {
      forgetStranger();
      return;
    }
    LOG.info("Stopping the PostgreSQL (process {}) that an earlier run left", file.get().pid());
    stop.fast();
    if (!gone(process.get())) {
      throw new DatabaseException(
          "The PostgreSQL of an earlier run (process "
              + file.get().pid()
              + ") does not stop. Stop it with `kill -QUIT "
              + file.get().pid()
              + "` and start again.");
    }
  }

  /** By program or, where another user's program cannot be seen, by the directory it serves. */
  private boolean isOurs(ProcessHandle.Info info) {
    return info.command().map(Path::of).filter(c -> c.startsWith(home)).isPresent()
        || info.arguments()
            .filter(a -> Arrays.asList(a).contains(cluster.directory().toString()))
            .isPresent();
  }

  /** After a reboot the pid may be anybody's; PostgreSQL would refuse to start because of it. */
  private void forgetStranger() {
    try {
      Files.deleteIfExists(cluster.directory().resolve(PostmasterFile.NAME));
    } catch (IOException e) {
      throw new DatabaseException("Cannot delete the stale " + PostmasterFile.NAME, e);
    }
  }

  private static boolean gone(ProcessHandle process) {
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
