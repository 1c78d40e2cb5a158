package dev.camelentrata.mirror;

import dev.camelentrata.mirror.MirrorImport.ImportOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Merges the rows of an import's table into the mirror, by as few statements as can be. */
final class ImportMerge {

  /** So many are compared with all of the mirror's rows, and not each with the one it needs. */
  private static final int MANY = 20_000;

  private final JdbcClient jdbc;
  private final ImportOrder order;
  private final String table;
  private final String found;
  private final String mirror;
  private final OffsetDateTime asOf;
  private final OffsetDateTime now;

  /** What a row is to the mirror. */
  private enum Kind {
    SAME,
    OLDER,
    UNMATCHED,
    ADDED,
    CHANGED
  }

  ImportMerge(JdbcClient jdbc, ImportOrder order, Clock clock, String table) {
    this.jdbc = jdbc;
    this.order = order;
    this.table = table;
    this.found = table + "_found";
    this.mirror = order.resource().table();
    this.asOf = utc(order.asOf());
    this.now = utc(clock.instant());
  }

  /** When its changes are dated. */
  OffsetDateTime now() {
    return now;
  }

  OffsetDateTime asOf() {
    return asOf;
  }

  /**
   * Merges what is in the import's table.
   *
   * @param early what was inserted while the file was read
   */
  ImportResult merge(Set<String> properties, boolean repeated, FirstRows early) {
    ImportResult gone = new ImportResult(early.gone(), 0, 0, 0, 0);
    if (rows() == 0) {
      touch(properties);
      return gone;
    }
    if (repeated) {
      dropRepeated();
    }
    analyze();
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("events " + order.company())
        .query(rows -> {});
    long first = insertFirst() + early.left();
    long rows = rows();
    if (first == rows) {
      touch(properties);
      return gone.plus(new ImportResult(first, 0, 0, 0, 0));
    }
    Map<Kind, Long> kinds = compare(rows);
    long meant = count(kinds, Kind.ADDED) + count(kinds, Kind.CHANGED);
    ImportResult written =
        meant > 0
            ? new ImportChanges(jdbc, order, asOf, now).write(changes(meant))
            : ImportResult.NONE;
    if (gone.added() + first + written.added() + written.changed() > 0) {
      touch(properties);
    }
    // What was just inserted is the same as the rows, but for what came twice.
    return gone.plus(
        new ImportResult(
            first + written.added(),
            written.changed(),
            Math.max(0, count(kinds, Kind.SAME) - first)
                + meant
                - written.added()
                - written.changed(),
            count(kinds, Kind.OLDER),
            count(kinds, Kind.UNMATCHED)));
  }

  /** Of several rows of one thing the last one stays. */
  private void dropRepeated() {
    jdbc.sql(
            """
            delete from %1$s r using
              (select id, max(line) as line from %1$s group by id having count(*) > 1) last
            where r.id = last.id and r.line < last.line
            """
                .formatted(table))
        .update();
  }

  /** Lets the planner know how many rows there are. */
  private void analyze() {
    jdbc.sql("analyze " + table + " (id, property_id)").update();
  }

  private long rows() {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  /** Notes of each row what it is; what was read completely later than the file knows better. */
  private Map<Kind, Long> compare(long rows) {
    jdbc.sql(
            "select set_config('enable_nestloop', ?, true),"
                + " set_config('enable_bitmapscan', 'off', true)")
        .param(rows > MANY ? "off" : "on")
        .query(row -> {});
    jdbc.sql(
            """
            create temporary table %1$s on commit drop as
            select r.id, r.property_id, case
                when greatest(m.as_of, f.complete_as_of) > ? then 'OLDER'
                when m.id is null or m.removed_at is not null then case
                  when r.sort_key is null then 'UNMATCHED'
                  else 'ADDED' end
                when m.property_id = r.property_id
                  and (m.data::text = r.data::text or m.data::jsonb @> (r.data::jsonb %2$s))
                  then 'SAME'
                else 'CHANGED' end as kind
            from %3$s r
            %4$s
            left join freshness f on f.company = ? and f.resource = ?
              and f.property_id = r.property_id
            """
                .formatted(found, untold(), table, mirrored(rows)))
        .params(asOf, order.company(), order.company(), order.resource().name())
        .update();
    Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    jdbc.sql("select kind, count(*) from " + found + " group by kind")
        .query(
            row -> {
              kinds.put(Kind.valueOf(row.getString(1)), row.getLong(2));
            });
    return kinds;
  }

  /**
   * The mirror's things, of the company that is the parameter. The planner knows little of how many
   * there are, because of row-level security and since they may have come just now: that few are
   * looked up one by one, and many are compared with all, is said here.
   */
  private String mirrored(long rows) {
    return (rows > MANY
            ? "left join %s m on m.company = ? and m.id = r.id"
            : "left join lateral (select * from %s where company = ? and id = r.id offset 0) m on true")
        .formatted(mirror);
  }

  /** Takes the fields that the rows do not tell out of the comparison. */
  private String untold() {
    StringBuilder names = new StringBuilder();
    order.resource().fields().stream()
        .flatMap(
            field ->
                field.keepsPortalText()
                    ? Stream.of(field.name(), "portalStatus")
                    : Stream.of(field.name()))
        .filter(name -> !order.told().contains(name))
        .forEach(
            name -> names.append(names.isEmpty() ? "" : ",").append('"').append(name).append('"'));
    return names.isEmpty() ? "" : "- '{" + names + "}'::text[]";
  }

  /**
   * Inserts things that are new in scopes which were never read completely; they are no events.
   * Gives how many.
   */
  private long insertFirst() {
    return jdbc.sql(
            """
            insert into %1$s (company, id, property_id, sort_key, data, source, sequence,
              first_seen_at, changed_at, as_of)
            select ?, r.id, r.property_id, r.sort_key, r.data, null, 0, ?, ?, ?
            from %2$s r
            where r.sort_key is not null
              and not exists (select from %1$s m where m.company = ? and m.id = r.id)
              and not exists (select from freshness f where f.company = ? and f.resource = ?
                and f.property_id = r.property_id and f.complete_as_of is not null)
            """
                .formatted(mirror, table))
        .params(
            order.company(),
            now,
            now,
            asOf,
            order.company(),
            order.company(),
            order.resource().name())
        .update();
  }

  private JdbcClient.StatementSpec changes(long meant) {
    return jdbc.sql(
            """
            select r.id, r.property_id, r.sort_key, r.data, m.property_id, m.sort_key, m.data,
              m.sequence, m.as_of, m.removed_at is not null, m.source::text,
              f.complete_as_of is not null
            from %s c
            join %s r on r.id = c.id
            %s
            left join freshness f on f.company = ? and f.resource = ?
              and f.property_id = r.property_id
            where c.kind in ('ADDED', 'CHANGED')
            order by r.property_id, r.id
            """
                .formatted(found, table, mirrored(meant)))
        .params(order.company(), order.company(), order.resource().name());
  }

  /**
   * Gives the scopes another version, by as little as can be: a reading of the portal that is under
   * way, begun before the file came, must still count.
   */
  private void touch(Set<String> properties) {
    jdbc.sql(
            """
            insert into freshness as f (company, resource, property_id, as_of, complete_as_of)
            select ?, ?, p, 'epoch', null from unnest(?::text[]) p
            on conflict (company, resource, property_id) do update
              set as_of = f.as_of + interval '1 microsecond'
            """)
        .params(order.company(), order.resource().name(), properties.toArray(String[]::new))
        .update();
  }

  private static long count(Map<Kind, Long> kinds, Kind kind) {
    return kinds.getOrDefault(kind, 0L);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
