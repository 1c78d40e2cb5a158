package dev.camelentrata.accounting.reconcile;

import java.util.Optional;

/** One step of a reconciliation. */
interface Comparison {

  /**
   * Compares both sides and tells what differs; throws what keeps it from doing so.
   *
   * @return why there was nothing to compare; empty if there was
   */
  Optional<String> compare(Scope scope, Tally tally);
}
