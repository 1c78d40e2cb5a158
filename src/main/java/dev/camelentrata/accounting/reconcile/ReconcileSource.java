package dev.camelentrata.accounting.reconcile;

/** What reconciliations found, for those who show it. */
public record ReconcileSource(Reconciliations reconciliations, Variances variances) {}
