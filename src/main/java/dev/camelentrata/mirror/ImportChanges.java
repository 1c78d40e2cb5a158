package dev.camelentrata.mirror;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.camelentrata.mirror.MirrorImport.ImportOrder;
import dev.camelentrata.resource.ResourceField;
import dev.camelentrata.resource.SortText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes changed and added rows of an import with their events, some hundred at a time. */
final class ImportChanges {

  private static final int TOGETHER = 1_000;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final JdbcClient jdbc;
  private final ImportOrder order;
  private final OffsetDateTime asOf;
  private final OffsetDateTime now;
  private final Set<String> required;
  private final List<Change> waiting = new ArrayList<>();
  private long added;
  private long changed;
  private String property;
  private boolean known;

  private record Change(MirrorItem item, MirrorRow row) {}

  ImportChanges(JdbcClient jdbc, ImportOrder order, OffsetDateTime asOf, OffsetDateTime now) {
    this.jdbc = jdbc;
    this.order = order;
    this.asOf = asOf;
    this.now = now;
    this.required =
        order.resource().fields().stream()
            .filter(ResourceField::required)
            .map(ResourceField::name)
            .collect(Collectors.toSet());
  }

  /** What is required is never emptied, so that in the end a change may be none. */
  ImportResult write(JdbcClient.StatementSpec changes) {
    changes.query((ResultSet row) -> take(row));
    flush();
    return new ImportResult(added, changed, 0, 0, 0);
  }

  private void take(ResultSet row) throws SQLException {
    String itsProperty = row.getString(2);
    if (!itsProperty.equals(property) || waiting.size() == TOGETHER) {
      flush();
    }
    property = itsProperty;
    known = row.getBoolean(12);
    waiting.add(change(row));
  }

  private Change change(ResultSet row) throws SQLException {
    String id = row.getString(1);
    String told = row.getString(4);
    String before = row.getString(7);
    boolean removed = row.getBoolean(10);
    if (before == null) {
      return new Change(new MirrorItem(id, row.getString(3), told, null), null);
    }
    MirrorRow is =
        new MirrorRow(
            id,
            row.getString(5),
            row.getString(6),
            before,
            row.getInt(8),
            row.getObject(9, OffsetDateTime.class),
            removed);
    ObjectNode merged = merged(before, told, row.getString(2));
    return new Change(
        new MirrorItem(
            id, SortText.of(order.resource(), merged), written(merged), row.getString(11)),
        is);
  }

  private ObjectNode merged(String before, String told, String itsProperty) {
    try {
      ObjectNode merged = (ObjectNode) JSON.readTree(before);
      ObjectNode fields = (ObjectNode) JSON.readTree(told);
      for (String name : order.told()) {
        if (fields.hasNonNull(name) || !required.contains(name)) {
          merged.set(name, fields.get(name));
        }
      }
      order.finish().finish(itsProperty, merged);
      return merged;
    } catch (JsonProcessingException e) {
      // The parser's own message may quote the data.
      throw new IllegalStateException("a " + order.resource().noun() + " is not JSON");
    }
  }

  private static String written(ObjectNode data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    MirrorScope scope = new MirrorScope(order.company(), order.resource(), property);
    BatchChanges changes = new BatchChanges(scope, asOf, known);
    waiting.forEach(change -> changes.shown(change.item(), change.row()));
    changes
        .events()
        .insert(
            jdbc,
            new MirrorBatch(scope, List.of(), Coverage.SOME, order.asOf(), order.runId()),
            now);
    new MirrorTable(jdbc, scope).put(changes.puts(), asOf, now);
    WriteResult result = changes.result(waiting.size());
    added += result.added();
    changed += result.changed();
    waiting.clear();
  }
}
