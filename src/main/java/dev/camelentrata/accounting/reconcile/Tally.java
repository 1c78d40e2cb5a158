package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.accounting.reconcile.StepResult.Sides;
import dev.camelentrata.accounting.reconcile.StepResult.State;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** What one step sums up and finds, and how far it is. Used by one thread at a time. */
final class Tally {

  /** More differences than this are counted and not kept; nobody could look at them. */
  static final int MOST = 10_000;

  private final ReconcileStep step;
  private final String connectionId;
  private final LongConsumer progress;
  private final SortedMap<String, Sides> properties = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private int found;

  /**
   * @param progress is told of how many things more were looked at
   */
  Tally(ReconcileStep step, String connectionId, LongConsumer progress) {
    this.step = step;
    this.connectionId = connectionId;
    this.progress = progress;
  }

  synchronized void add(String propertyId, Figure expected, Figure held) {
    properties.merge(propertyId == null ? "" : propertyId, new Sides(expected, held), Sides::plus);
  }

  synchronized void find(Finding finding) {
    found++;
    if (findings.size() < MOST) {
      findings.add(finding);
    }
  }

  void looked(long things) {
    progress.accept(things);
  }

  synchronized List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Whether all that was found is kept; only then can what was not found be called gone. */
  synchronized boolean complete() {
    return found == findings.size();
  }

  synchronized StepResult result(State state, String reason) {
    return new StepResult(step, connectionId, state, reason, found, new TreeMap<>(properties));
  }

  ReconcileStep step() {
    return step;
  }

  String connectionId() {
    return connectionId;
  }
}
