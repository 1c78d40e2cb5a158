/**
 * One place for all that has used up its retries: deliveries, submissions, rows, postings and any
 * route's exchange. Each can be listed, read with secrets and personal data masked, replayed and
 * discarded. Knows the events, the mirror's row-level security, the secret box and the component's
 * event; its sources know it and not the other way round.
 */
package dev.camelentrata.deadletter;
