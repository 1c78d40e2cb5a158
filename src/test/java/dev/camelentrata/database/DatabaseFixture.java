package dev.camelentrata.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A migrated database of its own for each test class, on one PostgreSQL that all test classes of
 * the JVM share. Use it as {@code @RegisterExtension static final DatabaseFixture database = new
 * DatabaseFixture();}.
 */
public final class DatabaseFixture implements BeforeAllCallback, AfterAllCallback {

  private String name;
  private Database database;
  private Server server;

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException {
    server =
        context
            .getRoot()
            .getStore(Namespace.create(DatabaseFixture.class))
            .getOrComputeIfAbsent(Server.class, type -> new Server(), Server.class);
    name = server.createDatabase();
    database = Database.open(settings(2));
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException {
    database.close();
    server.dropDatabase(name);
  }

  /** The test class's database, opened. */
  public Database database() {
    return database;
  }

  public DataSource dataSource() {
    return database.dataSource();
  }

  public DataSource unpooledDataSource() {
    return database.unpooledDataSource();
  }

  public JdbcClient jdbcClient() {
    return database.jdbcClient();
  }

  public PlatformTransactionManager transactionManager() {
    return database.transactionManager();
  }

  /** How another replica would open the same database. */
  public DatabaseSettings settings(int replicas) {
    DatabaseAddress address = server.embedded.address();
    return new DatabaseSettings(
        server.directory,
        url(name),
        address.application().user(),
        address.application().password(),
        address.owner().user(),
        address.owner().password(),
        10,
        replicas);
  }

  /** A connection as the role that owns the tables, for tests that tamper. */
  public Connection ownerConnection() throws SQLException {
    return Connections.open(url(name), server.embedded.address().owner());
  }

  private String url(String database) {
    return server.embedded.address().url().replaceFirst("/[^/]*$", "/" + database);
  }

  /** The shared server; JUnit closes it after the last test class. */
  private static final class Server implements AutoCloseable {

    private final Path directory;
    private final EmbeddedPostgres embedded;
    private final AtomicInteger databases = new AtomicInteger();

    Server() {
      try {
        directory = Files.createTempDirectory("camel-entrata-it");
      } catch (IOException e) {
        throw new DatabaseException("no temporary directory", e);
      }
      embedded = EmbeddedPostgres.start(directory);
    }

    String createDatabase() throws SQLException {
      String name = "test_" + databases.incrementAndGet();
      administer("create database " + name + " owner " + embedded.address().owner().user());
      return name;
    }

    void dropDatabase(String name) throws SQLException {
      administer("drop database if exists " + name + " with (force)");
    }

    private void administer(String sql) throws SQLException {
      try (Connection connection =
              Connections.open(
                  embedded.address().url().replaceFirst("/[^/]*$", "/postgres"),
                  embedded.administrator());
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    @Override
    public void close() throws IOException {
      embedded.close();
      OwnerOnly.delete(directory);
    }
  }
}
