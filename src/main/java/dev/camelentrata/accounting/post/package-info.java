/**
 * Entries of the journal on their way into the accounting systems: what is due is leased, sent by
 * the routes in {@code routes/accounting}, and what came of it is noted. Knows the journal, the
 * accounting systems by their contract, and Camel; not how dead letters are kept.
 */
package dev.camelentrata.accounting.post;
