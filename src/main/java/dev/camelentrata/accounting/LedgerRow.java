package dev.camelentrata.accounting;

/**
 * A row of the mirror, read for the books.
 *
 * @param day the day that it belongs to, undated if it tells none
 * @param item what it is; null if the books cannot use it
 * @param fault why they cannot, and what to do; null if they can
 */
public record LedgerRow<T>(String id, PostingDay day, T item, String fault) {}
