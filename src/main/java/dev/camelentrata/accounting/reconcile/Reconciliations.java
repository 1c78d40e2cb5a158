package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.mirror.Viewer;
import java.util.List;
import java.util.Optional;

/** Reconciliations, started and looked at. Safe for use by many threads. */
public interface Reconciliations {

  /**
   * Starts one in the background, of what the viewer sees.
   *
   * @throws ReconciliationRunningException if one of the company is going on
   */
  Reconciliation start(Viewer viewer, ReconciliationOrder order);

  /**
   * Those whose properties the viewer sees, the latest first.
   *
   * @param state null for all
   * @param before the sequence after which the page begins; null for the first page
   */
  List<Reconciliation> list(Viewer viewer, ReconciliationState state, Long before, int limit);

  Optional<Reconciliation> find(Viewer viewer, String id);
}
