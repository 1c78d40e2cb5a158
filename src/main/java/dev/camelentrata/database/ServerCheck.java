package dev.camelentrata.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes sure that a server can be reached and is new enough, or says what to do. */
final class ServerCheck {

  static final int OLDEST_MAJOR = 15;

  private ServerCheck() {}

  static void require(DatabaseAddress address) {
    check(address.url(), address.owner());
    if (!address.owner().equals(address.application())) {
      check(address.url(), address.application());
    }
  }

  private static void check(String url, DatabaseLogin login) {
    try (Connection connection = Connections.open(url, login);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show server_version_num")) {
      rows.next();
      requireVersion(Integer.parseInt(rows.getString(1)));
    } catch (SQLException e) {
      throw new DatabaseException(explain(url, login, e), e);
    }
  }

  static void requireVersion(int versionNumber) {
    if (versionNumber / 10_000 < OLDEST_MAJOR) {
      throw new DatabaseException(
          "The database server is PostgreSQL "
              + versionNumber / 10_000
              + "; camel-entrata needs "
              + OLDEST_MAJOR
              + " or later. Upgrade it, or leave ENTRATA_DATABASE_URL empty to use the embedded"
              + " one.");
    }
  }

  private static String explain(String url, DatabaseLogin login, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String where = url.replaceFirst("\\?.*", "").replace("jdbc:postgresql://", "");
    String who = " as user " + login.user();
    return switch (state) {
      case "28P01", "28000" ->
          "PostgreSQL at "
              + where
              + " refused to log in"
              + who
              + ". Check user and password in ENTRATA_DATABASE_URL, and the server's pg_hba.conf.";
      case "3D000" ->
          "PostgreSQL has no database "
              + where
              + ". Create it (`create database … owner "
              + login.user()
              + "`) or correct ENTRATA_DATABASE_URL.";
      case "42501" ->
          "PostgreSQL at "
              + where
              + " does not let user "
              + login.user()
              + " connect. Grant it: `grant connect on database … to "
              + login.user()
              + "`.";
      default ->
          "Cannot reach PostgreSQL at "
              + where
              + who
              + " ("
              + firstLine(e)
              + "). Check that it runs and that ENTRATA_DATABASE_URL has the right host and port;"
              + " leave that empty to use the embedded PostgreSQL.";
    };
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
