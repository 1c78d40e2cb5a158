package dev.camelentrata.deadletter;

import dev.camelentrata.mirror.Viewer;
import java.util.ArrayList;
import java.util.List;

/** A statement over the dead letters that fit a query. */
final class DeadLetterStatement {

  private final StringBuilder sql;
  private final List<Object> values = new ArrayList<>();

  DeadLetterStatement(String select, Viewer viewer, DeadLetterQuery query) {
    sql = new StringBuilder(select).append(" from dead_letter where company = ?");
    values.add(viewer.company());
    and("kind = ?", query.kind() == null ? null : query.kind().slug());
    and("state = ?", query.state() == null ? null : query.state().slug());
    and("route = ?", query.route());
    and("property_id = ?", query.propertyId());
    and("created_at >= ?", query.from());
    and("created_at < ?", query.to());
  }

  DeadLetterStatement and(String condition, Object value) {
    if (value != null) {
      sql.append(" and ").append(condition);
      values.add(value);
    }
    return this;
  }

  DeadLetterStatement then(String rest) {
    sql.append(' ').append(rest);
    return this;
  }

  String sql() {
    return sql.toString();
  }

  List<Object> values() {
    return List.copyOf(values);
  }
}
