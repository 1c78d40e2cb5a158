package dev.camelentrata.mirror;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When scopes were last read. */
final class ScopeFreshness {

  private final JdbcClient jdbc;

  ScopeFreshness(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * When a scope was read.
   *
   * @param asOf last read at all
   * @param completeAsOf last read completely; null if never
   */
  record Read(Instant asOf, Instant completeAsOf) {}

  Optional<Read> of(MirrorScope scope) {
    return jdbc.sql(
            """
            select as_of, complete_as_of from freshness
            where company = ? and resource = ? and property_id is not distinct from ?::text
            """)
        .params(scope.company(), scope.resource().name(), scope.propertyId())
        .query(
            (row, number) ->
                new Read(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null)))
        .optional();
  }

  /** A scope that was read completely once is as up to date after its changes were read. */
  void read(MirrorScope scope, OffsetDateTime asOf, Coverage covers) {
    jdbc.sql(
            """
            insert into freshness as f (company, resource, property_id, as_of, complete_as_of)
            values (?, ?, ?::text, ?, ?::timestamptz)
            on conflict (company, resource, property_id) do update set
              as_of = excluded.as_of,
              complete_as_of = case
                when ? and f.complete_as_of is not null then excluded.as_of
                else coalesce(excluded.complete_as_of, f.complete_as_of) end
            """)
        .params(
            scope.company(),
            scope.resource().name(),
            scope.propertyId(),
            asOf,
            covers == Coverage.ALL ? asOf : null,
            covers == Coverage.CHANGES)
        .update();
  }
}
