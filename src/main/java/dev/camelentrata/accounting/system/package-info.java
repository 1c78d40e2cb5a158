/**
 * Accounting systems as the books see them: entries are sent, looked up and read back through one
 * connection, whichever system it leads to.
 */
package dev.camelentrata.accounting.system;
