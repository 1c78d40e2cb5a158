package dev.camelentrata.database;

import java.util.Objects;

/** A PostgreSQL role and its password. */
record DatabaseLogin(String user, String password) {

  DatabaseLogin {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    if (user.isBlank() || user.contains("\"")) {
      throw new DatabaseException("the database user's name is empty or holds a quotation mark");
    }
  }

  @Override
  public String toString() {
    return "DatabaseLogin[" + user + "]";
  }
}
