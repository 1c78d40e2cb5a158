package dev.camelentrata.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of a scope's resource, for one company's writer. */
final class MirrorTable {

  private static final String SELECT =
      "select id, property_id, sort_key, data, sequence, as_of, removed_at is not null from ";

  private final JdbcClient jdbc;
  private final MirrorScope scope;
  private final String table;

  MirrorTable(JdbcClient jdbc, MirrorScope scope) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.table = scope.resource().table();
  }

  /** The rows of the scope by id, without removed ones. */
  Map<String, MirrorRow> ofScope() {
    String sql = SELECT + table + " where company = ? and removed_at is null and property_id ";
    JdbcClient.StatementSpec statement =
        scope.propertyId() == null
            ? jdbc.sql(sql + "is null").param(scope.company())
            : jdbc.sql(sql + "= ?").params(scope.company(), scope.propertyId());
    return byId(statement);
  }

  /** The rows with these ids, wherever they are and removed ones included. */
  Map<String, MirrorRow> withIds(Collection<String> ids) {
    return byId(
        jdbc.sql(SELECT + table + " where company = ? and id = any (?::text[])")
            .params(scope.company(), ids.toArray(String[]::new)));
  }

  /** Writes what the portal shows; rows that are there already are changed. */
  void put(List<Put> rows, OffsetDateTime asOf, OffsetDateTime now) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into %s (company, id, property_id, sort_key, data, source, sequence,
              first_seen_at, changed_at, as_of)
            select ?, b.id, ?::text, b.sort_key, b.data::json, b.source::jsonb, b.sequence, ?, ?, ?
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[])
              b (id, sort_key, data, source, sequence)
            on conflict (company, id) do update set
              property_id = excluded.property_id, sort_key = excluded.sort_key,
              data = excluded.data, source = excluded.source, sequence = excluded.sequence,
              changed_at = excluded.changed_at, as_of = excluded.as_of, removed_at = null
            """
                .formatted(table))
        .params(
            scope.company(),
            scope.propertyId(),
            now,
            now,
            asOf,
            texts(rows, row -> row.item().id()),
            texts(rows, row -> row.item().sortKey()),
            texts(rows, row -> row.item().data()),
            texts(rows, row -> row.item().source()),
            rows.stream().map(Put::sequence).toArray(Integer[]::new))
        .update();
  }

  /** Marks rows as removed. */
  void remove(List<Removal> rows, OffsetDateTime asOf, OffsetDateTime now) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update %s m set removed_at = ?, changed_at = ?, as_of = ?, sequence = d.sequence
            from unnest(?::text[], ?::integer[]) d (id, sequence)
            where m.company = ? and m.id = d.id collate "C"
            """
                .formatted(table))
        .params(
            now,
            now,
            asOf,
            texts(rows, Removal::id),
            rows.stream().map(Removal::sequence).toArray(Integer[]::new),
            scope.company())
        .update();
  }

  /** An item and how many events there are of it now. */
  record Put(MirrorItem item, int sequence) {}

  /** What is no longer there, and how many events there are of it now. */
  record Removal(String id, int sequence) {}

  private static Map<String, MirrorRow> byId(JdbcClient.StatementSpec statement) {
    Map<String, MirrorRow> rows = new HashMap<>();
    statement.query(
        (ResultSet row) -> {
          rows.put(row.getString(1), row(row));
        });
    return rows;
  }

  private static MirrorRow row(ResultSet row) throws SQLException {
    return new MirrorRow(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getObject(6, OffsetDateTime.class),
        row.getBoolean(7));
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> text) {
    return rows.stream().map(text).toArray(String[]::new);
  }
}
