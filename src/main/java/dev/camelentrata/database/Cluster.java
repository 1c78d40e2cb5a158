package dev.camelentrata.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded server's database files and the password of its administrator.
 *
 * @param directory PostgreSQL's own data directory
 */
record Cluster(Path directory, DatabaseLogin administrator) {

  static final String ADMINISTRATOR = "entrata_admin";

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final Duration INITDB = Duration.ofMinutes(2);

  /** Where the files are, made or not yet. */
  static Path in(Path home) {
    return home.resolve("cluster");
  }

  /** Opens the files below {@code home}, made by initdb when this is the first start. */
  static Cluster open(Path home, Binaries binaries, ServerAccount account, ServerCommand command) {
    Path directory = in(home);
    Path password = home.resolve("admin-password");
    try {
      if (!Files.exists(directory)) {
        OwnerOnly.file(password, Passwords.random());
        initialise(home.resolve("cluster.new"), directory, password, binaries, account, command);
      }
      requireSameMajorVersion(directory, binaries, command);
      OwnerOnly.permit(directory, PosixFilePermissions.fromString("rwx------"));
      return new Cluster(
          directory, new DatabaseLogin(ADMINISTRATOR, Files.readString(password).strip()));
    } catch (IOException e) {
      throw new DatabaseException(
          "Cannot read or write "
              + home
              + " ("
              + e
              + "). It holds the database; put it back from a backup if a part of it is missing.",
          e);
    }
  }

  private static void initialise(
      Path side,
      Path directory,
      Path password,
      Binaries binaries,
      ServerAccount account,
      ServerCommand command)
      throws IOException {
    OwnerOnly.delete(side);
    if (account.owner() != null) {
      OwnerOnly.giveOne(password, account.owner());
    }
    ServerCommand.Result result =
        command.run(
            account.prefix(),
            List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + side,
                "--username=" + ADMINISTRATOR,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"),
            INITDB);
    if (!result.ok()) {
      throw new DatabaseException("PostgreSQL's initdb failed: " + result.output());
    }
    Files.move(side, directory, StandardCopyOption.ATOMIC_MOVE);
    LOG.info("Made a new database in {}", directory);
  }

  private static void requireSameMajorVersion(
      Path directory, Binaries binaries, ServerCommand command) throws IOException {
    String ours = Files.readString(directory.resolve("PG_VERSION")).strip();
    String version =
        command
            .run(
                List.of(),
                List.of(binaries.program("postgres").toString(), "--version"),
                Duration.ofSeconds(10))
            .output();
    if (!version.contains(" " + ours + ".")) {
      throw new DatabaseException(
          "The database in "
              + directory
              + " is of PostgreSQL "
              + ours
              + ", but this release brings "
              + version
              + ". Export it with the release that wrote it, see docs/state.md.");
    }
  }
}
