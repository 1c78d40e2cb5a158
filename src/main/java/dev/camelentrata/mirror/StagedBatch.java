package dev.camelentrata.mirror;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** A batch's items in a temporary table, which is empty again when the transaction ends. */
final class StagedBatch {

  static final String TABLE = "pg_temp.mirror_batch";

  private final Map<String, MirrorItem> items;

  private StagedBatch(Map<String, MirrorItem> items) {
    this.items = items;
  }

  /** Puts the items into the table; of several with one id the last one counts. */
  static StagedBatch stage(JdbcTemplate jdbc, Collection<MirrorItem> items) {
    Map<String, MirrorItem> byId = new TreeMap<>();
    for (MirrorItem item : items) {
      MirrorItem storable = storable(item);
      byId.put(storable.id(), storable);
    }
    jdbc.execute(
        """
        create temporary table if not exists mirror_batch (
          id text collate "C" not null,
          sort_key text collate "C" not null,
          data text not null,
          source text
        ) on commit delete rows
        """);
    copy(jdbc, byId.values());
    return new StagedBatch(new LinkedHashMap<>(byId));
  }

  private static void copy(JdbcTemplate jdbc, Collection<MirrorItem> items) {
    if (items.isEmpty()) {
      return;
    }
    String copy = "copy " + TABLE + " (" + CopyRows.COLUMNS + ") from stdin";
    byte[] rows = CopyRows.of(items);
    ConnectionCallback<Long> action =
        connection -> {
          try {
            return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(copy, new ByteArrayInputStream(rows));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    jdbc.execute(action);
  }

  private static MirrorItem storable(MirrorItem item) {
    return new MirrorItem(
        StorableText.plain(item.id()),
        StorableText.plain(item.sortKey()),
        StorableText.json(item.data()),
        item.source() == null ? null : StorableText.json(item.source()));
  }

  int size() {
    return items.size();
  }

  /** The data of the item with this id. */
  String data(String id) {
    return items.get(id).data();
  }
}
