package dev.camelentrata.mirror;

import dev.camelentrata.mirror.ScopeFreshness.Read;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes a batch, inside a transaction. What the mirror says of the scope is read and compared
 * here; only rows that differ are read again under the company's lock, and written.
 */
final class BatchWrite {

  private final JdbcClient jdbc;
  private final ScopeFreshness freshness;
  private final Clock clock;

  BatchWrite(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.freshness = new ScopeFreshness(jdbc);
    this.clock = clock;
  }

  WriteResult write(MirrorBatch batch) {
    MirrorScope scope = batch.scope();
    OffsetDateTime asOf = utc(batch.asOf());
    Map<String, MirrorItem> items = items(batch);
    RowSecurity.write(jdbc, scope.company());
    lock("mirror " + scope.company() + " " + scope.resource() + " " + scope.propertyId());
    Optional<Read> last = freshness.of(scope);
    if (last.isPresent() && last.get().asOf().isAfter(asOf.toInstant())) {
      return new WriteResult(items.size(), 0, 0, 0, true);
    }
    MirrorTable table = new MirrorTable(jdbc, scope);
    Set<String> different = different(scope, items, table.ofScope(), batch.complete());
    WriteResult result = new WriteResult(items.size(), 0, 0, 0, false);
    if (!different.isEmpty()) {
      boolean known = last.isPresent() && last.get().completeAsOf() != null;
      BatchChanges changes = new BatchChanges(scope, asOf, known);
      change(batch, changes, table, items, different);
      result = changes.result(items.size());
    }
    freshness.read(scope, asOf, batch.covers());
    return result;
  }

  /** The items by id, the last one of several with the same id. */
  private static Map<String, MirrorItem> items(MirrorBatch batch) {
    Map<String, MirrorItem> items = new TreeMap<>();
    for (MirrorItem item : batch.items()) {
      MirrorItem storable = StorableText.item(item);
      items.put(storable.id(), storable);
    }
    return items;
  }

  /** The ids of what is shown otherwise than the mirror says, or is no longer shown. */
  private static Set<String> different(
      MirrorScope scope,
      Map<String, MirrorItem> items,
      Map<String, MirrorRow> rows,
      boolean complete) {
    Set<String> different = new TreeSet<>();
    items.forEach(
        (id, item) -> {
          MirrorRow row = rows.get(id);
          if (row == null || !row.says(item, scope.propertyId())) {
            different.add(id);
          }
        });
    if (complete) {
      rows.keySet().stream().filter(id -> !items.containsKey(id)).forEach(different::add);
    }
    return different;
  }

  /** Changes rows and writes events while no other writer of the company does. */
  private void change(
      MirrorBatch batch,
      BatchChanges changes,
      MirrorTable table,
      Map<String, MirrorItem> items,
      Set<String> different) {
    lock("events " + batch.scope().company());
    OffsetDateTime now = utc(clock.instant());
    OffsetDateTime asOf = utc(batch.asOf());
    Map<String, MirrorRow> rows = table.withIds(different);
    for (String id : different) {
      MirrorItem item = items.get(id);
      if (item != null) {
        changes.shown(item, rows.get(id));
      } else if (rows.containsKey(id)) {
        changes.gone(rows.get(id));
      }
    }
    changes.events().insert(jdbc, batch, now);
    table.put(changes.puts(), asOf, now);
    table.remove(changes.removals(), asOf, now);
  }

  /** Waits for the other holders of this lock; held until the transaction ends. */
  private void lock(String name) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(name).query(rows -> {});
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
