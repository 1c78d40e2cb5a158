package dev.camelentrata.mirror;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells PostgreSQL's row-level security who is reading or writing. What it is told holds until the
 * end of the transaction; without it no row of any company can be seen or written.
 */
public final class RowSecurity {

  /**
   * A statement to put before others in one round trip; they are one transaction with it. Its
   * parameters are set by {@link #bind}.
   */
  public static final String VIEW =
      """
      select set_config('entrata.company', ?, true),
        set_config('entrata.properties', (?::text[])::text, true),
        set_config('entrata.modules', (?::text[])::text, true),
        set_config('entrata.writer', '', true);
      """;

  /** How many parameters {@link #VIEW} has. */
  public static final int PARAMETERS = 3;

  private RowSecurity() {}

  /** Sets the parameters of {@link #VIEW}, the first ones of this statement. */
  public static void bind(PreparedStatement statement, Viewer viewer) throws SQLException {
    Connection connection = statement.getConnection();
    statement.setString(1, viewer.company());
    statement.setArray(2, connection.createArrayOf("text", viewer.propertyIds().toArray()));
    statement.setArray(3, connection.createArrayOf("text", viewer.modules().toArray()));
  }

  /** Lets the transaction that is going on read what this viewer sees, and nothing else. */
  public static void view(JdbcClient jdbc, Viewer viewer) {
    jdbc.sql(
            """
            select set_config('entrata.company', ?, true),
              set_config('entrata.properties', (cast(? as text[]))::text, true),
              set_config('entrata.modules', (cast(? as text[]))::text, true),
              set_config('entrata.writer', '', true)
            """)
        .params(
            viewer.company(),
            viewer.propertyIds().toArray(String[]::new),
            viewer.modules().toArray(String[]::new))
        .query(rows -> {});
  }

  /** Lets the transaction that is going on write and read everything of this company. */
  public static void write(JdbcClient jdbc, String company) {
    if (company.isBlank()) {
      throw new IllegalArgumentException("a company must have a name");
    }
    jdbc.sql(
            "select set_config('entrata.writer', ?, true), set_config('entrata.company', '', true)")
        .param(company)
        .query(rows -> {});
  }
}
