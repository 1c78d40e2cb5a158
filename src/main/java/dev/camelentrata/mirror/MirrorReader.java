package dev.camelentrata.mirror;

import dev.camelentrata.resource.Resource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/** Reads for a viewer, each time in one round trip. */
final class MirrorReader {

  private static final String VERSION =
      RowSecurity.VIEW
          + "select as_of, complete_as_of from freshness"
          + " where company = ? and resource = ? and property_id is not distinct from ?";

  private final JdbcTemplate jdbc;

  MirrorReader(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  MirrorPage list(Viewer viewer, Resource resource, MirrorQuery query) {
    if (query.limit() < 1) {
      throw new IllegalArgumentException("a page has at least one item, not " + query.limit());
    }
    ListStatement list = new ListStatement(viewer, resource, query);
    boolean hidden =
        query.propertyId() != null && !viewer.propertyIds().contains(query.propertyId());
    if (hidden || !viewer.sees(resource)) {
      return new MirrorPage(List.of(), false, null);
    }
    boolean oneScope = !resource.perProperty() || query.propertyId() != null;
    PreparedStatementCallback<MirrorPage> action =
        statement -> {
          list.bind(statement, viewer);
          statement.execute();
          return page(statement, query.limit(), oneScope);
        };
    return jdbc.execute(list.sql(), action);
  }

  private static MirrorPage page(PreparedStatement statement, int limit, boolean oneScope)
      throws SQLException {
    Map<String, Instant> complete = new HashMap<>();
    Instant oldest = null;
    ScopeVersion version = null;
    try (ResultSet rows = next(statement)) {
      while (rows.next()) {
        Instant asOf = RowReader.instant(rows, 2);
        complete.put(rows.getString(1), asOf);
        version = oneScope ? new ScopeVersion(RowReader.instant(rows, 3), asOf) : null;
        if (asOf != null && (oldest == null || asOf.isBefore(oldest))) {
          oldest = asOf;
        }
      }
    }
    List<StoredItem> items = new ArrayList<>();
    try (ResultSet rows = next(statement)) {
      while (items.size() < limit && rows.next()) {
        items.add(RowReader.item(rows, complete.get(rows.getString(2))));
      }
      return new MirrorPage(items, rows.next(), oldest, version);
    }
  }

  Optional<ScopeVersion> version(Viewer viewer, Resource resource, String propertyId) {
    boolean hidden = propertyId != null && !viewer.propertyIds().contains(propertyId);
    if (hidden || !viewer.sees(resource)) {
      return Optional.empty();
    }
    PreparedStatementCallback<Optional<ScopeVersion>> action =
        statement -> {
          RowSecurity.bind(statement, viewer);
          statement.setString(4, viewer.company());
          statement.setString(5, resource.name());
          statement.setString(6, propertyId);
          statement.execute();
          try (ResultSet rows = next(statement)) {
            return rows.next()
                ? Optional.of(
                    new ScopeVersion(RowReader.instant(rows, 1), RowReader.instant(rows, 2)))
                : Optional.empty();
          }
        };
    return jdbc.execute(VERSION, action);
  }

  Optional<StoredItem> find(Viewer viewer, Resource resource, String id) {
    boolean hidden = resource.name().equals("properties") && !viewer.propertyIds().contains(id);
    if (hidden || !viewer.sees(resource)) {
      return Optional.empty();
    }
    String sql =
        RowSecurity.VIEW
            + RowReader.SELECT
            + ", f.complete_as_of from "
            + resource.table()
            + " m left join freshness f on f.company = m.company and f.resource = ?"
            + " and f.property_id is not distinct from m.property_id"
            + " where m.company = ? and m.id = ?"
            + (resource.perProperty() ? " and m.property_id = any (?)" : "");
    PreparedStatementCallback<Optional<StoredItem>> action =
        statement -> {
          RowSecurity.bind(statement, viewer);
          statement.setString(4, resource.name());
          statement.setString(5, viewer.company());
          statement.setString(6, id);
          if (resource.perProperty()) {
            statement.setArray(
                7, statement.getConnection().createArrayOf("text", viewer.propertyIds().toArray()));
          }
          statement.execute();
          try (ResultSet rows = next(statement)) {
            return rows.next()
                ? Optional.of(RowReader.item(rows, RowReader.instant(rows, 8)))
                : Optional.empty();
          }
        };
    return jdbc.execute(sql, action);
  }

  /** The next result; what {@link RowSecurity#VIEW} gives is passed over. */
  private static ResultSet next(PreparedStatement statement) throws SQLException {
    if (!statement.getMoreResults()) {
      throw new SQLException("a result is missing");
    }
    return statement.getResultSet();
  }
}
