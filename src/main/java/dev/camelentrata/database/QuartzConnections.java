package dev.camelentrata.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Lets Quartz work on our pool. Register it under the name that {@code org.quartz.jobStore
 * .dataSource} says, before the scheduler starts; the pool stays its owner's to close.
 */
public final class QuartzConnections implements ConnectionProvider {

  private final DataSource pool;

  public QuartzConnections(DataSource pool) {
    this.pool = pool;
  }

  /** Makes it the source of this name in this JVM, in place of an earlier one. */
  public void register(String name) {
    DBConnectionManager.getInstance().addConnectionProvider(name, this);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void initialize() {
    // The pool is open already.
  }

  @Override
  public void shutdown() {
    // Whoever opened the pool closes it, after the scheduler and everything else.
  }
}
