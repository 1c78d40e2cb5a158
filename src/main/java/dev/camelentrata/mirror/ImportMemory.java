package dev.camelentrata.mirror;

import dev.camelentrata.mirror.MirrorImport.ImportOrder;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the files of one source told before, as a hash of each row. A row that says what the last
 * file said, of a thing that nobody else has changed since, would change nothing. Of one import.
 */
final class ImportMemory {

  /** So long a writer may take from its clock to its commit, and so much may clocks differ. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final ImportOrder order;
  private final OffsetDateTime beganAt;
  private final TextHashes before = new TextHashes();
  private final TextHashes changed = new TextHashes();
  private final Map<String, Hashes> told = new TreeMap<>();
  private String lastProperty;
  private Hashes last;

  /** Hashes of the rows of a property. */
  private static final class Hashes {
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 10);

    void add(long hash) {
      if (bytes.remaining() < Long.BYTES) {
        ByteBuffer larger = ByteBuffer.allocate(bytes.capacity() + bytes.capacity() / 2);
        bytes = larger.put(bytes.flip());
      }
      bytes.putLong(hash);
    }

    byte[] all() {
      byte[] all = new byte[bytes.position()];
      bytes.get(0, all);
      return all;
    }
  }

  private ImportMemory(JdbcClient jdbc, ImportOrder order, OffsetDateTime now) {
    this.jdbc = jdbc;
    this.order = order;
    this.beganAt = now;
  }

  /** Of which time the last file was that told of some properties. */
  private record Telling(OffsetDateTime beganAt, OffsetDateTime mergedAt, OffsetDateTime asOf) {}

  /** Recalls what was told before, and what was changed by others since. */
  static ImportMemory recall(JdbcClient jdbc, ImportOrder order, OffsetDateTime now) {
    ImportMemory memory = new ImportMemory(jdbc, order, now);
    memory.readBefore().forEach(memory::readChanged);
    return memory;
  }

  private Map<Telling, List<String>> readBefore() {
    Map<Telling, List<String>> tellings = new HashMap<>();
    jdbc.sql(
            """
            select property_id, began_at, merged_at, as_of, hashes from import_memory
            where company = ? and resource = ? and source = ? and fields = ?::text[]
            """)
        .params(order.company(), order.resource().name(), order.source(), fields())
        .query(
            row -> {
              ByteBuffer hashes = ByteBuffer.wrap(row.getBytes(5));
              while (hashes.hasRemaining()) {
                before.add(hashes.getLong());
              }
              tellings
                  .computeIfAbsent(
                      new Telling(time(row, 2), time(row, 3), time(row, 4)),
                      none -> new ArrayList<>())
                  .add(row.getString(1));
            });
    return tellings;
  }

  private static OffsetDateTime time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class);
  }

  /** What others wrote since the last file began, and what was written shortly before. */
  private void readChanged(Telling telling, List<String> properties) {
    jdbc.sql(
            """
            select id from %s
            where company = ? and changed_at >= ? and property_id = any (?)
              and (changed_at <> ? or as_of <> ?)
            """
                .formatted(order.resource().table()))
        .params(
            order.company(),
            telling.beganAt().minus(MARGIN),
            properties.toArray(String[]::new),
            telling.mergedAt(),
            telling.asOf())
        .query(
            row -> {
              changed.add(TextHashes.of(row.getString(1)));
            });
  }

  /** Notes what a row tells; gives whether the mirror is as the row says. */
  boolean same(String id, String propertyId, CharSequence data) {
    long hash = TextHashes.of(propertyId, data);
    if (!propertyId.equals(lastProperty)) {
      last = told.computeIfAbsent(propertyId, none -> new Hashes());
      lastProperty = propertyId;
    }
    last.add(hash);
    return before.contains(hash) && (changed.isEmpty() || !changed.contains(TextHashes.of(id)));
  }

  /**
   * Keeps what was told, once it is in the mirror.
   *
   * @param mergedAt when it was written to the mirror
   */
  void keep(OffsetDateTime mergedAt, OffsetDateTime asOf) {
    told.forEach(
        (property, hashes) ->
            jdbc.sql(
                    """
                    insert into import_memory (company, resource, source, property_id, fields,
                      began_at, merged_at, as_of, hashes)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (company, resource, source, property_id) do update set
                      fields = excluded.fields, began_at = excluded.began_at,
                      merged_at = excluded.merged_at, as_of = excluded.as_of,
                      hashes = excluded.hashes
                    """)
                .params(
                    order.company(),
                    order.resource().name(),
                    order.source(),
                    property,
                    fields(),
                    beganAt,
                    mergedAt,
                    asOf,
                    hashes.all())
                .update());
  }

  /** Forgets what was told of these properties before. */
  void forget() {
    jdbc.sql(
            """
            delete from import_memory where company = ? and resource = ? and source = ?
              and property_id = any (?)
            """)
        .params(
            order.company(),
            order.resource().name(),
            order.source(),
            told.keySet().toArray(String[]::new))
        .update();
  }

  private String[] fields() {
    return order.told().stream().sorted().toArray(String[]::new);
  }
}
