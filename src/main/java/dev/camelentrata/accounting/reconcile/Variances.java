package dev.camelentrata.accounting.reconcile;

import dev.camelentrata.mirror.Viewer;
import java.util.List;
import java.util.Optional;

/** Variances, looked at, explained and repaired. Safe for use by many threads. */
public interface Variances {

  /**
   * Those that the viewer sees, the latest first.
   *
   * @param before the sequence after which the page begins; null for the first page
   */
  List<Variance> list(Viewer viewer, VarianceQuery query, Long before, int limit);

  Optional<Variance> find(Viewer viewer, String id);

  /**
   * Says why it is right as it is, or takes that back.
   *
   * @param explanation null opens it again
   * @return empty if there is no such one, or it is resolved
   */
  Optional<Variance> explain(Viewer viewer, String id, String explanation);

  /**
   * Has the missing entry sent once more.
   *
   * @return empty if there is no such one
   * @throws NotRepairableException saying what to do if that would not be safe
   */
  Optional<Variance> repair(Viewer viewer, String id);
}
