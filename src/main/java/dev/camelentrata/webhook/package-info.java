/**
 * Webhooks: the log of events becomes deliveries, and each delivery goes to its endpoint by the
 * route of {@code routes/webhook}, signed as Standard Webhooks 1.0.0 says, until it has arrived or
 * is dead. Knows the log, the database and HTTP; who may see what comes from the mirror's rules.
 */
package dev.camelentrata.webhook;
