package dev.camelentrata.event;

import dev.camelentrata.mirror.RowSecurity;
import dev.camelentrata.mirror.Viewer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The statement that reads events, what the viewer may see included, in one round trip. */
final class EventStatement {

  private static final String SELECT =
      """
      select position, id, type, company, property_id, entity, entity_id, sequence, occurred_at,
        before, after, run_id
      from event where company = ? and position > ?
      """;

  private final StringBuilder sql = new StringBuilder(RowSecurity.VIEW).append(SELECT);
  private final List<Object> parameters = new ArrayList<>();

  EventStatement(Viewer viewer, EventQuery query) {
    parameters.add(viewer.company());
    parameters.add(query.after());
    and("(property_id is null or property_id = any (?))", texts(viewer.propertyIds()));
    and("(module is null or module = any (?))", texts(viewer.modules()));
    if (query.entity() != null) {
      and("entity = ?", query.entity());
    }
    if (query.entityId() != null) {
      and("entity_id = ?", query.entityId());
    }
    if (!query.types().isEmpty()) {
      types(query.types());
    }
    sql.append(" order by position limit ?");
    parameters.add(query.limit());
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
      } else {
        statement.setObject(index, parameter);
      }
    }
  }

  private void types(List<String> types) {
    List<String> whole = types.stream().filter(type -> !type.endsWith("*")).toList();
    List<String> beginnings =
        types.stream()
            .filter(type -> type.endsWith("*"))
            .map(type -> type.substring(0, type.length() - 1))
            .toList();
    sql.append(
        " and (type = any (?)"
            + " or exists (select 1 from unnest(?::text[]) b where starts_with(type, b)))");
    parameters.add(whole.toArray(String[]::new));
    parameters.add(beginnings.toArray(String[]::new));
  }

  private void and(String condition, Object parameter) {
    sql.append(" and ").append(condition);
    parameters.add(parameter);
  }

  private static String[] texts(Set<String> texts) {
    return texts.toArray(String[]::new);
  }
}
