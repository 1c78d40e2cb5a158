package dev.camelentrata.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Sets up the embedded server's database and roles. The owner's and the application's passwords are
 * new at each start and kept nowhere.
 */
final class EmbeddedRoles {

  private static final String DATABASE = "entrata";
  private static final String OWNER = "entrata_owner";
  private static final String APPLICATION = "entrata_app";

  private EmbeddedRoles() {}

  static DatabaseAddress prepare(int port, DatabaseLogin administrator) {
    String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
    DatabaseLogin owner = new DatabaseLogin(OWNER, Passwords.random());
    DatabaseLogin application = new DatabaseLogin(APPLICATION, Passwords.random());
    try (Connection connection = Connections.open(server + "postgres", administrator);
        Statement statement = connection.createStatement()) {
      role(statement, owner);
      role(statement, application);
      if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
        statement.execute("create database " + DATABASE + " owner " + OWNER);
      }
      statement.execute("revoke all on database " + DATABASE + " from public");
      statement.execute("grant connect, temporary on database " + DATABASE + " to " + APPLICATION);
    } catch (SQLException e) {
      throw new DatabaseException("Cannot set up the roles of the embedded PostgreSQL", e);
    }
    return new DatabaseAddress(server + DATABASE, owner, application);
  }

  private static void role(Statement statement, DatabaseLogin login) throws SQLException {
    if (!exists(statement, "select 1 from pg_roles where rolname = '" + login.user() + "'")) {
      statement.execute("create role " + login.user());
    }
    statement.execute(
        "alter role "
            + login.user()
            + " with login nosuperuser nocreatedb nocreaterole password '"
            + login.password()
            + "'");
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
