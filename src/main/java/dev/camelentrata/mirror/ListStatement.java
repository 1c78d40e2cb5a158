package dev.camelentrata.mirror;

import dev.camelentrata.resource.Resource;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The statement that lists a page: in one round trip it tells row-level security who reads, reads
 * the scopes' freshness and then the rows, so that rows are never said to be fresher than they are.
 */
final class ListStatement {

  private final StringBuilder sql = new StringBuilder(1_024);
  private final List<Object> parameters = new ArrayList<>();

  ListStatement(Viewer viewer, Resource resource, MirrorQuery query) {
    String[] properties = viewer.propertyIds().toArray(String[]::new);
    sql.append(RowSecurity.VIEW);
    sql.append("select property_id, complete_as_of, as_of from freshness where company = ?");
    parameters.add(viewer.company());
    and("resource = ?", resource.name());
    scope(resource, query, properties, "property_id");
    sql.append(";\n");
    sql.append(RowReader.SELECT).append(" from ").append(resource.table());
    sql.append(" m where m.company = ?");
    parameters.add(viewer.company());
    scope(resource, query, properties, "m.property_id");
    if (resource.name().equals("properties")) {
      and("m.id = any (?)", properties);
    }
    conditions(resource, query);
    if (query.afterSortKey() != null) {
      and("(m.sort_key, m.id) > (?, ?)", query.afterSortKey());
      parameters.add(query.afterId());
    }
    sql.append(" order by m.sort_key, m.id limit ?");
    parameters.add(query.limit() + 1);
  }

  String sql() {
    return sql.toString();
  }

  void bind(PreparedStatement statement, Viewer viewer) throws SQLException {
    RowSecurity.bind(statement, viewer);
    int index = RowSecurity.PARAMETERS;
    for (Object parameter : parameters) {
      index++;
      if (parameter instanceof String[] texts) {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
      } else if (parameter instanceof BigDecimal[] numbers) {
        statement.setArray(index, statement.getConnection().createArrayOf("numeric", numbers));
      } else {
        statement.setObject(index, parameter);
      }
    }
  }

  private void scope(Resource resource, MirrorQuery query, String[] properties, String column) {
    if (!resource.perProperty()) {
      sql.append(" and ").append(column).append(" is null");
    } else if (query.propertyId() != null) {
      and(column + " = ?", query.propertyId());
    } else {
      and(column + " = any (?)", properties);
    }
  }

  private void conditions(Resource resource, MirrorQuery query) {
    new TreeMap<>(query.equal()).forEach((name, values) -> equal(resource, name, values));
    limits(resource, query.least(), ">=");
    limits(resource, query.most(), "<=");
    if (query.from() != null) {
      and(day(resource) + " >= ?", query.from().toString());
    }
    if (query.to() != null) {
      and(day(resource) + " <= ?", query.to().toString());
    }
    if (query.updatedSince() == null) {
      sql.append(" and m.removed_at is null");
    } else {
      and("m.changed_at >= ?", query.updatedSince().atOffset(ZoneOffset.UTC));
    }
  }

  private void equal(Resource resource, String name, List<String> values) {
    FieldExpression field = FieldExpression.of(resource, name);
    if (field.number()) {
      and(
          field.sql() + " = any (?)",
          values.stream().map(value -> number(name, value)).toArray(BigDecimal[]::new));
    } else {
      and(field.sql() + " = any (?)", values.toArray(String[]::new));
    }
  }

  private void limits(Resource resource, Map<String, BigDecimal> limits, String comparison) {
    new TreeMap<>(limits)
        .forEach(
            (name, limit) -> {
              FieldExpression field = FieldExpression.of(resource, name);
              if (!field.number()) {
                throw new IllegalArgumentException(name + " is neither a number nor an amount");
              }
              and(field.sql() + " " + comparison + " ?", limit);
            });
  }

  private static String day(Resource resource) {
    if (resource.day() == null) {
      throw new IllegalArgumentException(resource + " cannot be listed by date");
    }
    return FieldExpression.of(resource, resource.day()).sql();
  }

  private static BigDecimal number(String name, String value) {
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, not " + value, e);
    }
  }

  private void and(String condition, Object parameter) {
    sql.append(" and ").append(condition);
    parameters.add(parameter);
  }
}
