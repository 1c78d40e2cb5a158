package dev.camelentrata.accounting.reconcile;

/**
 * Which variances are wanted; null leaves a filter open.
 *
 * @param runId those that this reconciliation saw
 */
public record VarianceQuery(
    String runId, ReconcileStep step, VarianceKind kind, VarianceState state, String propertyId) {}
