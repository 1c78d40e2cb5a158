package dev.camelentrata.mirror;

import dev.camelentrata.mirror.MirrorTable.Put;
import dev.camelentrata.mirror.MirrorTable.Removal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds what a batch changes in the mirror and which events that makes. */
final class BatchChanges {

  private final MirrorScope scope;
  private final OffsetDateTime asOf;
  private final boolean known;
  private final ChangeEvents rules;
  private final EventRows events;
  private final List<Put> puts = new ArrayList<>();
  private final List<Removal> removals = new ArrayList<>();
  private int changed;

  /**
   * No changes yet.
   *
   * @param known whether the scope's baseline is known, so that changes are events
   */
  BatchChanges(MirrorScope scope, OffsetDateTime asOf, boolean known) {
    this.scope = scope;
    this.asOf = asOf;
    this.known = known;
    this.rules = new ChangeEvents(scope.resource());
    this.events = new EventRows(scope);
  }

  /** Takes in that the portal shows this item; the row is null if there never was one. */
  void shown(MirrorItem item, MirrorRow row) {
    if (row != null && (row.asOf().isAfter(asOf) || row.says(item, scope.propertyId()))) {
      return;
    }
    boolean there = row != null && !row.removed();
    int sequence = row == null ? 0 : row.sequence();
    if (known) {
      sequence =
          events.add(
              item.id(),
              sequence,
              there ? rules.changed(row.data(), item.data()) : rules.added(item.data()));
    }
    changed += there ? 1 : 0;
    puts.add(new Put(item, sequence));
  }

  /** Takes in that the portal no longer shows what this row says, unless it is elsewhere now. */
  void gone(MirrorRow row) {
    boolean elsewhere = !Objects.equals(row.propertyId(), scope.propertyId());
    if (row.removed() || elsewhere || row.asOf().isAfter(asOf)) {
      return;
    }
    int sequence = row.sequence();
    if (known) {
      sequence = events.add(row.id(), sequence, rules.removed(row.data()));
    }
    removals.add(new Removal(row.id(), sequence));
  }

  EventRows events() {
    return events;
  }

  List<Put> puts() {
    return puts;
  }

  List<Removal> removals() {
    return removals;
  }

  WriteResult result(int seen) {
    return new WriteResult(seen, puts.size() - changed, changed, removals.size(), false);
  }
}
