package dev.camelentrata.accounting.reconcile;

import java.time.LocalDate;

/**
 * What is asked for.
 *
 * @param propertyId null for all that the caller sees
 * @param repair whether missing entries are sent once more afterwards
 */
public record ReconciliationOrder(
    LocalDate first, LocalDate last, String propertyId, boolean repair) {}
