package dev.camelentrata.database;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL as our child process, its files in {@code <data>/pg}.
 *
 * <p>It starts after a crash of ours without any manual step, and never serves two applications.
 */
final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final DataDirectory data;
  private final ServerProcess process;
  private final DatabaseLogin administrator;
  private final DatabaseAddress address;

  private EmbeddedPostgres(
      DataDirectory data,
      ServerProcess process,
      DatabaseLogin administrator,
      DatabaseAddress address) {
    this.data = data;
    this.process = process;
    this.administrator = administrator;
    this.address = address;
  }

  static EmbeddedPostgres start(Path dataDirectory) {
    DataDirectory data = DataDirectory.claim(dataDirectory);
    ServerProcess process = null;
    try {
      Path home = data.path().resolve("pg");
      OwnerOnly.directory(home);
      ServerCommand command = new ServerCommand(home, home.resolve("command.log").toFile());
      new LeftoverServer(home, Cluster.in(home), command).end();
      Binaries binaries = Binaries.unpack(BinaryArchive.find(), home);
      ServerAccount account = ServerAccount.find(data.path(), home, binaries, command);
      Cluster cluster = Cluster.open(home, binaries, account, command);
      ServerStop stop = new ServerStop(cluster, binaries, account, command);
      process = ServerProcess.start(stop, home.resolve("postgres.log"));
      DatabaseAddress address = EmbeddedRoles.prepare(process.port(), cluster.administrator());
      LOG.info(
          "PostgreSQL runs on 127.0.0.1:{} as {} (process {}), its data is in {}",
          process.port(),
          account.description(),
          process.pid(),
          cluster.directory());
      return new EmbeddedPostgres(data, process, cluster.administrator(), address);
    } catch (IOException e) {
      data.close();
      throw new DatabaseException("Cannot use the data directory " + data.path() + ": " + e, e);
    } catch (RuntimeException e) {
      if (process != null) {
        process.stop();
      }
      data.close();
      throw e;
    }
  }

  DatabaseAddress address() {
    return address;
  }

  /** The superuser, who sets things up and does nothing else. */
  DatabaseLogin administrator() {
    return administrator;
  }

  /** The server's process id. */
  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    try {
      process.stop();
    } finally {
      data.close();
    }
  }
}
