package dev.camelentrata.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Reads rows of the log's table. */
public final class EventRow {

  private EventRow() {}

  /** The event of the current row. */
  public static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong("position"),
        row.getString("id"),
        row.getString("type"),
        row.getString("company"),
        row.getString("property_id"),
        row.getString("entity"),
        row.getString("entity_id"),
        row.getInt("sequence"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("before"),
        row.getString("after"),
        row.getString("run_id"));
  }
}
