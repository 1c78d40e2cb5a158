/**
 * Writes on their way into the portal: durable, leased, in order per lease and unit, and settled by
 * looking the portal up before anything is repeated. Knows the catalogue of writes, the portal and
 * the event log; the routes of {@code routes/submission} are its way to the portal.
 */
package dev.camelentrata.submission;
