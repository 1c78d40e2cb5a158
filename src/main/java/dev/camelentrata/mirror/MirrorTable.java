package dev.camelentrata.mirror;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of a scope in its resource's table, beside the staged batch. Rows that were read later
 * than the batch are left alone.
 */
final class MirrorTable {

  private static final String DIFFERENT =
      """
      from pg_temp.mirror_batch b left join %1$s m on m.company = ? and m.id = b.id
      where m.id is null or (m.as_of <= ? and (
        m.removed_at is not null or m.data::text is distinct from b.data
        or m.sort_key <> b.sort_key or m.property_id is distinct from ?::text))
      """;
  private static final String MISSING =
      """
      from %1$s m
      where m.company = ? and m.as_of <= ? and m.property_id %2$s and m.removed_at is null
        and not exists (select 1 from pg_temp.mirror_batch b where b.id = m.id)
      """;
  private static final String OLD =
      "select coalesce(b.id, m.id) as id, m.id is not null and m.removed_at is null as there, "
          + "m.data::text as data, coalesce(m.sequence, 0) as sequence ";
  private static final String OLD_MISSING =
      "select m.id, true as there, m.data::text as data, m.sequence ";

  private final JdbcClient jdbc;
  private final MirrorScope scope;
  private final OffsetDateTime asOf;
  private final String table;
  private final String different;
  private final String missing;

  MirrorTable(JdbcClient jdbc, MirrorScope scope, OffsetDateTime asOf) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.asOf = asOf;
    this.table = scope.resource().table();
    this.different = DIFFERENT.formatted(table);
    this.missing = MISSING.formatted(table, scope.propertyId() == null ? "is null" : "= ?");
  }

  boolean anyDifferent() {
    return jdbc.sql("select exists (select 1 " + different + ")")
        .params(scope.company(), asOf, scope.propertyId())
        .query(Boolean.class)
        .single();
  }

  boolean anyMissing() {
    return jdbc.sql("select exists (select 1 " + missing + ")")
        .params(missingParameters())
        .query(Boolean.class)
        .single();
  }

  /** Items of the batch that are new, back again, or not as the mirror says. */
  List<Difference> different() {
    return jdbc.sql(OLD + different + " order by b.id")
        .params(scope.company(), asOf, scope.propertyId())
        .query(
            (row, number) ->
                new Difference(
                    row.getString(1), row.getBoolean(2), row.getString(3), row.getInt(4)))
        .list();
  }

  /** Rows of the scope that the batch does not have. */
  List<Difference> missing() {
    return jdbc.sql(OLD_MISSING + missing + " order by m.id")
        .params(missingParameters())
        .query(
            (row, number) ->
                new Difference(
                    row.getString(1), row.getBoolean(2), row.getString(3), row.getInt(4)))
        .list();
  }

  /** Makes rows say what the batch says. */
  void put(List<Sequenced> rows, OffsetDateTime now) {
    jdbc.sql(
            """
            insert into %s (company, id, property_id, sort_key, data, source, sequence,
              first_seen_at, changed_at, as_of)
            select ?, b.id, ?::text, b.sort_key, b.data::json, b.source::jsonb, d.sequence, ?, ?, ?
            from unnest(?::text[], ?::integer[]) d (id, sequence)
            join pg_temp.mirror_batch b on b.id = d.id collate "C"
            order by b.id
            on conflict (company, id) do update set
              property_id = excluded.property_id, sort_key = excluded.sort_key,
              data = excluded.data, source = excluded.source, sequence = excluded.sequence,
              changed_at = excluded.changed_at, as_of = excluded.as_of, removed_at = null
            """
                .formatted(table))
        .params(scope.company(), scope.propertyId(), now, now, asOf, ids(rows), sequences(rows))
        .update();
  }

  /** Marks rows as removed. */
  void remove(List<Sequenced> rows, OffsetDateTime now) {
    jdbc.sql(
            """
            update %s m set removed_at = ?, changed_at = ?, as_of = ?, sequence = d.sequence
            from unnest(?::text[], ?::integer[]) d (id, sequence)
            where m.company = ? and m.id = d.id collate "C"
            """
                .formatted(table))
        .params(now, now, asOf, ids(rows), sequences(rows), scope.company())
        .update();
  }

  /** A row and how many events there are of it now. */
  record Sequenced(String id, int sequence) {}

  private List<Object> missingParameters() {
    List<Object> parameters = new ArrayList<>(Arrays.asList(scope.company(), asOf));
    if (scope.propertyId() != null) {
      parameters.add(scope.propertyId());
    }
    return parameters;
  }

  private static String[] ids(List<Sequenced> rows) {
    return rows.stream().map(Sequenced::id).toArray(String[]::new);
  }

  private static Integer[] sequences(List<Sequenced> rows) {
    return rows.stream().map(Sequenced::sequence).toArray(Integer[]::new);
  }
}
