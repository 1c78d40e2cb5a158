package dev.camelentrata.database;

import java.nio.file.Path;

/** A PostgreSQL of its own, reached as an external one, so that several processes can share it. */
public final class OwnServer implements AutoCloseable {

  private final Path folder;
  private final EmbeddedPostgres embedded;

  private OwnServer(Path folder) {
    this.folder = folder;
    this.embedded = EmbeddedPostgres.start(folder);
  }

  public static OwnServer start(Path folder) {
    return new OwnServer(folder);
  }

  /** How each of the processes opens it. */
  public DatabaseSettings settings() {
    DatabaseAddress address = embedded.address();
    return new DatabaseSettings(
        folder,
        address.url(),
        address.application().user(),
        address.application().password(),
        address.owner().user(),
        address.owner().password(),
        10,
        3);
  }

  @Override
  public void close() {
    embedded.close();
  }
}
