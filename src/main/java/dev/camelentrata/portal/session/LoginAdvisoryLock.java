package dev.camelentrata.portal.session;

import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets replicas log in to an account one after the other: a PostgreSQL advisory lock, held by a
 * connection of its own so that no transaction stays open while a browser works. The lock ends with
 * the connection, so that a replica that died blocks nobody.
 */
final class LoginAdvisoryLock {

  private static final Logger LOG = LoggerFactory.getLogger(LoginAdvisoryLock.class);
  private static final String LOCK_TIMEOUT = "55P03";

  private final DataSource unpooled;

  LoginAdvisoryLock(DataSource unpooled) {
    this.unpooled = unpooled;
  }

  <T> T hold(String accountKey, Duration atMost, Supplier<T> login) {
    Connection connection = lock(accountKey, atMost);
    try {
      return login.get();
    } finally {
      close(connection);
    }
  }

  private Connection lock(String accountKey, Duration atMost) {
    Connection connection = null;
    try {
      connection = unpooled.getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute("set lock_timeout = " + Math.max(1, atMost.toMillis()));
      }
      try (PreparedStatement statement =
          connection.prepareStatement("select pg_advisory_lock(hashtextextended(?, 1))")) {
        statement.setString(1, accountKey);
        statement.execute();
      }
      return connection;
    } catch (SQLException e) {
      close(connection);
      if (LOCK_TIMEOUT.equals(e.getSQLState())) {
        throw LoginTurns.busy(atMost);
      }
      throw PortalException.of(
          PortalProblem.PORTAL_UNAVAILABLE,
          "The database does not answer, so that no login can be started. Try again a little later.",
          e);
    }
  }

  private static void close(Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      LOG.debug("The connection of a login lock was gone already", e);
    }
  }
}
