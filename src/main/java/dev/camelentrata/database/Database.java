package dev.camelentrata.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The application's database: its server if embedded, its migrated tables and its connection pool.
 *
 * <p>Safe for use by many threads. Close it after everything that uses it.
 */
public final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(10);

  private final EmbeddedPostgres embedded;
  private final DatabaseAddress address;
  private final HikariDataSource pool;
  private final DataSource unpooled;
  private final JdbcClient jdbcClient;
  private final PlatformTransactionManager transactionManager;

  private Database(EmbeddedPostgres embedded, DatabaseAddress address, HikariDataSource pool) {
    this.embedded = embedded;
    this.address = address;
    this.pool = pool;
    this.unpooled = Connections.source(address.url(), address.application());
    this.jdbcClient = JdbcClient.create(pool);
    this.transactionManager = new JdbcTransactionManager(pool);
  }

  /**
   * Starts or reaches the server, migrates its tables and opens the pool.
   *
   * @throws DatabaseException if any of that fails; nothing is left running then
   */
  public static Database open(DatabaseSettings settings) {
    if (!settings.isEmbedded()) {
      DatabaseAddress address = ExternalDatabase.address(settings);
      LOG.info("Using the external PostgreSQL at {}", address.url().replaceFirst("\\?.*", ""));
      return open(null, address, settings.poolSize());
    }
    if (settings.replicas() > 1) {
      throw new DatabaseException(
          "The embedded PostgreSQL serves one replica, but entrata.replicas is "
              + settings.replicas()
              + ". Set ENTRATA_DATABASE_URL to a PostgreSQL that all replicas share.");
    }
    EmbeddedPostgres embedded = EmbeddedPostgres.start(settings.dataDir());
    try {
      return open(embedded, embedded.address(), settings.poolSize());
    } catch (RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  private static Database open(EmbeddedPostgres embedded, DatabaseAddress address, int poolSize) {
    ServerCheck.require(address);
    int migrations = Migrations.run(address);
    LOG.info("The tables are up to date ({} new migrations)", migrations);
    return new Database(embedded, address, pool(address, poolSize));
  }

  private static HikariDataSource pool(DatabaseAddress address, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("entrata");
    config.setDataSource(Connections.source(address.url(), address.application()));
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(2, size));
    config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    config.setConnectionInitSql(
        "set time zone 'UTC'; set idle_in_transaction_session_timeout = '60s'");
    return new HikariDataSource(config);
  }

  /** The connection pool, as the application's role. */
  public DataSource dataSource() {
    return pool;
  }

  /** Opens a new connection at each call; for locks that are held while somebody else works. */
  public DataSource unpooledDataSource() {
    return unpooled;
  }

  public JdbcClient jdbcClient() {
    return jdbcClient;
  }

  public PlatformTransactionManager transactionManager() {
    return transactionManager;
  }

  DatabaseAddress address() {
    return address;
  }

  EmbeddedPostgres embedded() {
    return embedded;
  }

  /** Closes the pool, then stops the server if it is embedded. */
  @Override
  public void close() {
    pool.close();
    if (embedded != null) {
      embedded.close();
    }
  }

  @Override
  public String toString() {
    return "Database[" + (embedded == null ? "external" : "embedded") + "]";
  }
}
