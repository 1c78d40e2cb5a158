package dev.camelentrata.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads rows of the mirror's tables. */
final class RowReader {

  static final String SELECT =
      "select m.id, m.property_id, m.sort_key, m.data, m.as_of, m.changed_at, m.removed_at";

  private RowReader() {}

  /**
   * The item of the current row.
   *
   * @param complete when its scope was last read completely; null if never
   */
  static StoredItem item(ResultSet row, Instant complete) throws SQLException {
    Instant written = instant(row, 5);
    return new StoredItem(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        complete != null && complete.isAfter(written) ? complete : written,
        instant(row, 6),
        instant(row, 7));
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
