package dev.camelentrata.mirror;

import dev.camelentrata.mirror.MirrorImport.ImportOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * Inserts things that are new in scopes which were never read completely, chunk by chunk while the
 * file is still being read; they are no events. It ends with the first chunk in which there is
 * anything else: that one and all after it are merged at the end. Of one import; of one thread at a
 * time.
 */
final class FirstRows {

  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

  private final Connection connection;
  private final ImportOrder order;
  private final OffsetDateTime asOf;
  private final OffsetDateTime now;
  private final String insert;
  private final String empty;
  private boolean locked;
  private boolean over;
  private long gone;
  private long left;

  FirstRows(
      Connection connection,
      ImportOrder order,
      OffsetDateTime asOf,
      OffsetDateTime now,
      String table) {
    this.connection = connection;
    this.order = order;
    this.asOf = asOf;
    this.now = now;
    this.insert =
        """
        insert into %1$s (company, id, property_id, sort_key, data, source, sequence,
          first_seen_at, changed_at, as_of)
        select ?, r.id, r.property_id, r.sort_key, r.data, null, 0, ?, ?, ?
        from %2$s r
        where r.sort_key is not null
          and not exists (select from freshness f where f.company = ? and f.resource = ?
            and f.property_id = r.property_id and f.complete_as_of is not null)
        on conflict (company, id) do nothing
        """
            .formatted(order.resource().table(), table);
    this.empty = "truncate " + table;
  }

  /** Inserts a chunk that was just copied, and lets its table be empty again if that was all. */
  void take(long rows) throws SQLException {
    if (over) {
      return;
    }
    if (!locked) {
      lock();
    }
    long inserted = insert();
    if (inserted == rows) {
      gone += rows;
      run(empty);
    } else {
      over = true;
      left = inserted;
    }
  }

  private void lock() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setString(1, "events " + order.company());
      statement.execute();
    }
    locked = true;
  }

  private long insert() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, order.company());
      statement.setObject(2, now);
      statement.setObject(3, now);
      statement.setObject(4, asOf);
      statement.setString(5, order.company());
      statement.setString(6, order.resource().name());
      return statement.executeLargeUpdate();
    }
  }

  private void run(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  /** How many were inserted whose rows are no longer in the import's table. */
  long gone() {
    return gone;
  }

  /** How many were inserted whose rows are still there. */
  long left() {
    return left;
  }
}
