package dev.camelentrata.mirror;

import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/** Counts how old the scopes of each resource are. */
final class MirrorAges {

  private static final String AGES =
      RowSecurity.VIEW
          + """
          select resource, count(*),
            percentile_disc(array[0.5, 0.95, 0.99, 1]) within group (order by age)
          from (
            select resource, greatest(0, extract(epoch from ? - complete_as_of) * 1000)::bigint age
            from freshness
            where company = ? and complete_as_of is not null
              and (property_id is null or property_id = any (?))) f
          group by resource
          """;

  private final JdbcTemplate jdbc;
  private final ResourceCatalog catalog;

  MirrorAges(JdbcTemplate jdbc, ResourceCatalog catalog) {
    this.jdbc = jdbc;
    this.catalog = catalog;
  }

  /** In the catalogue's order; resources that were never read are left out. */
  List<ResourceAge> of(Viewer viewer, Instant now) {
    PreparedStatementCallback<Map<String, ResourceAge>> action =
        statement -> {
          RowSecurity.bind(statement, viewer);
          statement.setObject(4, now.atOffset(ZoneOffset.UTC));
          statement.setString(5, viewer.company());
          statement.setArray(
              6, statement.getConnection().createArrayOf("text", viewer.propertyIds().toArray()));
          statement.execute();
          statement.getMoreResults();
          Map<String, ResourceAge> ages = new HashMap<>();
          try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
              ages.put(rows.getString(1), age(rows));
            }
          }
          return ages;
        };
    Map<String, ResourceAge> ages = jdbc.execute(AGES, action);
    return catalog.all().stream()
        .filter(viewer::sees)
        .map(Resource::name)
        .map(ages::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private static ResourceAge age(ResultSet row) throws SQLException {
    Long[] millis = (Long[]) row.getArray(3).getArray();
    return new ResourceAge(
        row.getString(1),
        row.getInt(2),
        Duration.ofMillis(millis[0]),
        Duration.ofMillis(millis[1]),
        Duration.ofMillis(millis[2]),
        Duration.ofMillis(millis[3]));
  }
}
