package dev.camelentrata.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens single connections outside the pool. */
final class Connections {

  private static final String STARTING_UP = "57P03";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int CONNECT_SECONDS = 10;

  private Connections() {}

  /** A source that opens a connection at each call. */
  static PGSimpleDataSource source(String url, DatabaseLogin login) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(login.user());
    source.setPassword(login.password());
    source.setApplicationName("camel-entrata");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    return source;
  }

  /** Opens a connection; a server that is still starting is waited for. */
  static Connection open(String url, DatabaseLogin login) throws SQLException {
    PGSimpleDataSource source = source(url, login);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return source.getConnection();
      } catch (SQLException e) {
        if (!STARTING_UP.equals(e.getSQLState()) || System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
