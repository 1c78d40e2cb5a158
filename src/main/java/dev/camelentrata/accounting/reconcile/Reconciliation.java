package dev.camelentrata.accounting.reconcile;

import java.time.Instant;
import java.util.List;

/**
 * One comparison of the books of a company over some days.
 *
 * @param repair whether missing entries are sent once more afterwards
 * @param done how many things were looked at so far
 * @param progress what is being done; null when it has ended
 * @param found variances that are open after it
 * @param explained variances that it saw and that somebody explained
 * @param resolved variances that are gone
 * @param repaired entries that were sent once more
 * @param error why it failed; null if it did not
 */
public record Reconciliation(
    String id,
    Scope scope,
    long sequence,
    String trigger,
    boolean repair,
    ReconciliationState state,
    Instant startedAt,
    Instant endedAt,
    long done,
    String progress,
    String currency,
    List<StepResult> steps,
    int found,
    int explained,
    int resolved,
    int repaired,
    String error) {

  public Reconciliation {
    steps = List.copyOf(steps);
  }
}
