/**
 * Reconciliation: the portal against the mirror, the mirror against the journal, the journal
 * against what the accounting systems hold, bank deposits against their payments. What differs is a
 * variance, which stays the same one until it is explained or gone.
 */
package dev.camelentrata.accounting.reconcile;
