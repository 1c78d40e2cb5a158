package dev.camelentrata.deadletter;

import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.Viewer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads dead letters as a viewer and writes them as their company, in the caller's transaction. */
final class DeadLetterTransaction {

  private final JdbcTemplate viewing;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DeadLetterTransaction(DataSource dataSource, Clock clock) {
    this.viewing = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
  }

  <T> T write(String company, Function<JdbcClient, T> action) {
    return transaction.execute(
        status -> {
          RowSecurity.write(jdbc, company);
          return action.apply(jdbc);
        });
  }

  /** What this statement gives to the viewer, by row-level security. */
  <T> List<T> view(Viewer viewer, String sql, List<Object> values, RowMapper<T> row) {
    PreparedStatementCallback<List<T>> action =
        statement -> {
          RowSecurity.bind(statement, viewer);
          for (int i = 0; i < values.size(); i++) {
            bind(statement, RowSecurity.PARAMETERS + i + 1, values.get(i));
          }
          statement.execute();
          return rows(statement, row);
        };
    return viewing.execute(RowSecurity.VIEW + sql, action);
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof Instant instant) {
      statement.setObject(index, utc(instant), Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      statement.setObject(index, value);
    }
  }

  private static <T> List<T> rows(PreparedStatement statement, RowMapper<T> row)
      throws SQLException {
    List<T> found = new ArrayList<>();
    statement.getMoreResults();
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        found.add(row.mapRow(rows, found.size()));
      }
    }
    return found;
  }

  Instant instant() {
    return clock.instant();
  }

  OffsetDateTime now() {
    return utc(clock.instant());
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
