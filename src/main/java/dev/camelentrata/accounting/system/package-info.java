/**
 * Accounting systems as the books see them: entries are sent, looked up and read back through one
 * connection, whichever system it leads to. What they share is here too: a turn within the system's
 * limits, an access token, a call and what came of it. Knows the journal, row-level security, HTTP
 * and JSON; none of the systems, and no Camel.
 */
package dev.camelentrata.accounting.system;
