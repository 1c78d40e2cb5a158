package dev.camelentrata.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads rows of {@code sync_run}. */
final class SyncRunRow {

  private SyncRunRow() {}

  static SyncRun run(ResultSet row, int number) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new SyncRun(
        row.getString("id"),
        row.getString("company"),
        row.getString("resource"),
        row.getString("trigger"),
        row.getString("mode"),
        row.getString("strategy"),
        row.getString("state"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getInt("scopes"),
        row.getInt("done"),
        row.getInt("seen"),
        row.getInt("added"),
        row.getInt("changed"),
        row.getInt("removed"),
        texts(row, "missing"),
        texts(row, "errors"),
        texts(row, "notes"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
