package dev.camelentrata.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads rows of {@code ingest_run}. */
final class IngestRunRow {

  private IngestRunRow() {}

  static IngestRun run(ResultSet row, int number) throws SQLException {
    return new IngestRun(
        row.getString("id"),
        row.getString("company"),
        row.getString("source"),
        row.getString("file"),
        row.getString("checksum"),
        row.getLong("bytes"),
        IngestState.ofSlug(row.getString("state")),
        texts(row, "reports"),
        instant(row, "as_of"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getInt("percent"),
        new IngestCounts(
            row.getLong("rows_read"),
            row.getLong("rows_added"),
            row.getLong("rows_changed"),
            row.getLong("rows_unchanged"),
            row.getLong("rows_older"),
            row.getLong("rows_unmatched"),
            row.getLong("rows_rejected")),
        texts(row, "unknown_columns"),
        texts(row, "notes"),
        row.getString("problem"),
        row.getString("problem_detail"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
