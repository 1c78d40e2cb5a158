package dev.camelentrata.mirror;

import dev.camelentrata.mirror.MirrorTable.Sequenced;
import dev.camelentrata.mirror.ScopeFreshness.Read;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a batch, inside a transaction. */
final class BatchWrite {

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final ScopeFreshness freshness;
  private final Clock clock;

  BatchWrite(JdbcTemplate template, Clock clock) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.freshness = new ScopeFreshness(jdbc);
    this.clock = clock;
  }

  WriteResult write(MirrorBatch batch) {
    MirrorScope scope = batch.scope();
    OffsetDateTime asOf = batch.asOf().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    RowSecurity.write(jdbc, scope.company());
    lock("mirror " + scope.company() + " " + scope.resource() + " " + scope.propertyId());
    Optional<Read> last = freshness.of(scope);
    if (last.isPresent() && last.get().asOf().isAfter(asOf.toInstant())) {
      return new WriteResult(batch.items().size(), 0, 0, 0, true);
    }
    StagedBatch staged = StagedBatch.stage(template, batch.items());
    MirrorTable table = new MirrorTable(jdbc, scope, asOf);
    boolean different = staged.size() > 0 && table.anyDifferent();
    boolean missing = batch.complete() && table.anyMissing();
    WriteResult result = new WriteResult(staged.size(), 0, 0, 0, false);
    if (different || missing) {
      boolean known = last.isPresent() && last.get().completeAsOf() != null;
      result = change(batch, staged, table, known);
    }
    freshness.read(scope, asOf, batch.complete());
    return result;
  }

  /**
   * Changes rows and writes events while no other writer of the company does.
   *
   * @param known whether the scope's baseline is known, so that changes are events
   */
  private WriteResult change(
      MirrorBatch batch, StagedBatch staged, MirrorTable table, boolean known) {
    lock("events " + batch.scope().company());
    OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    ChangeEvents rules = new ChangeEvents(batch.scope().resource());
    EventRows events = new EventRows(batch.scope());
    List<Sequenced> put = new ArrayList<>();
    int changed = 0;
    for (Difference row : table.different()) {
      int sequence = row.sequence();
      if (known) {
        String data = staged.data(row.id());
        sequence =
            events.add(
                row.id(),
                sequence,
                row.there() ? rules.changed(row.oldData(), data) : rules.added(data));
      }
      changed += row.there() ? 1 : 0;
      put.add(new Sequenced(row.id(), sequence));
    }
    List<Sequenced> removed = new ArrayList<>();
    if (batch.complete()) {
      for (Difference row : table.missing()) {
        int sequence = row.sequence();
        if (known) {
          sequence = events.add(row.id(), sequence, rules.removed(row.oldData()));
        }
        removed.add(new Sequenced(row.id(), sequence));
      }
    }
    events.insert(jdbc, batch, now);
    table.put(put, now);
    table.remove(removed, now);
    return new WriteResult(staged.size(), put.size() - changed, changed, removed.size(), false);
  }

  /** Waits for the other holders of this lock; held until the transaction ends. */
  private void lock(String name) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(name).query(rows -> {});
  }
}
