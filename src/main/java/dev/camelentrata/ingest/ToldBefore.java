package dev.camelentrata.ingest;

import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.resource.Resource;
import java.sql.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What reports told before: a file that says the same as the mirror leaves no trace in its rows,
 * and an older file that comes after it must not count. Of one file, in its transaction.
 */
final class ToldBefore {

  private final JdbcClient jdbc;
  private final String company;
  private final Instant asOf;
  private final Map<String, List<Telling>> tellings = new HashMap<>();

  private record Telling(String property, Set<String> fields, Instant asOf) {}

  ToldBefore(JdbcClient jdbc, String company, Instant asOf) {
    this.jdbc = jdbc;
    this.company = company;
    this.asOf = asOf;
  }

  /** Whether some of these fields of the property's things were told as of a later time. */
  boolean newer(Resource resource, String propertyId, Set<String> fields) {
    return tellings.computeIfAbsent(resource.name(), this::read).stream()
        .anyMatch(
            telling ->
                telling.property().equals(propertyId)
                    && telling.asOf().isAfter(asOf)
                    && !Collections.disjoint(telling.fields(), fields));
  }

  private List<Telling> read(String resource) {
    List<Telling> found = new ArrayList<>();
    RowSecurity.write(jdbc, company);
    jdbc.sql(
            """
            select property_id, fields, as_of from ingest_told
            where company = ? and resource = ? and as_of > ?
            """)
        .params(company, resource, utc())
        .query(
            row -> {
              Array fields = row.getArray(2);
              found.add(
                  new Telling(
                      row.getString(1),
                      Set.of((String[]) fields.getArray()),
                      row.getObject(3, OffsetDateTime.class).toInstant()));
            });
    return found;
  }

  /** Keeps that a report told these fields now. */
  void tell(String report, Resource resource, String propertyId, Set<String> fields) {
    jdbc.sql(
            """
            insert into ingest_told as t (company, resource, property_id, report, fields, as_of)
            values (?, ?, ?, ?, ?, ?)
            on conflict (company, resource, property_id, report) do update
              set fields = excluded.fields, as_of = greatest(t.as_of, excluded.as_of)
            """)
        .params(company, resource.name(), propertyId, report, fields.toArray(String[]::new), utc())
        .update();
  }

  private OffsetDateTime utc() {
    return asOf.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
