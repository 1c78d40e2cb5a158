package dev.camelentrata.database;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Which database to use; never prints its URL or passwords.
 *
 * @param dataDir where the embedded PostgreSQL lives
 * @param url external PostgreSQL, {@code jdbc:postgresql://host/db} or {@code
 *     postgresql://user:password@host/db}; null or blank for the embedded one
 * @param user role of the application; null if the URL names it
 * @param password its password; null if the URL has it
 * @param ownerUser role that owns the tables and migrates them; null for the application's role
 * @param ownerPassword the owner's password
 * @param poolSize connections of this replica, at least 2
 * @param replicas how many replicas share the database, at least 1
 */
public record DatabaseSettings(
    Path dataDir,
    String url,
    String user,
    String password,
    String ownerUser,
    String ownerPassword,
    int poolSize,
    int replicas) {

  public DatabaseSettings {
    Objects.requireNonNull(dataDir, "dataDir");
    url = blankToNull(url);
    user = blankToNull(user);
    ownerUser = blankToNull(ownerUser);
    if (poolSize < 2) {
      throw new DatabaseException("entrata.database.pool-size must be at least 2, not " + poolSize);
    }
    if (replicas < 1) {
      throw new DatabaseException("entrata.replicas must be at least 1, not " + replicas);
    }
  }

  /** The embedded PostgreSQL in this directory, for one replica, with ten connections. */
  public static DatabaseSettings embedded(Path dataDir) {
    return new DatabaseSettings(dataDir, null, null, null, null, null, 10, 1);
  }

  /** Whether PostgreSQL runs as our own child. */
  public boolean isEmbedded() {
    return url == null;
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  @Override
  public String toString() {
    return "DatabaseSettings[" + (isEmbedded() ? "embedded in " + dataDir : "external") + "]";
  }
}
