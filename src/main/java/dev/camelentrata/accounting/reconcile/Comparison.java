package dev.camelentrata.accounting.reconcile;

/** One step of a reconciliation. */
interface Comparison {

  /** Compares both sides and tells what differs; throws what keeps it from doing so. */
  void compare(Scope scope, Tally tally);
}
