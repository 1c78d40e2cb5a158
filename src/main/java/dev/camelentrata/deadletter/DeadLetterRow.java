package dev.camelentrata.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads rows of dead letters. */
final class DeadLetterRow {

  private DeadLetterRow() {}

  static DeadLetter letter(ResultSet row, int number) throws SQLException {
    DeadLetterKind kind = DeadLetterKind.ofSlug(row.getString("kind"));
    return new DeadLetter(
        row.getString("id"),
        row.getString("company"),
        row.getLong("sequence"),
        row.getString("property_id"),
        kind,
        row.getString("ref"),
        row.getString("route"),
        row.getString("description"),
        row.getString("error"),
        row.getInt("attempts"),
        row.getInt("replays"),
        kind != DeadLetterKind.EXCHANGE && kind != DeadLetterKind.ROW
            || row.getBytes("message") != null,
        row.getString("shown"),
        DeadLetterState.ofSlug(row.getString("state")),
        instant(row, "created_at"),
        instant(row, "ended_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
