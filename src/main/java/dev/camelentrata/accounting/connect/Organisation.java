package dev.camelentrata.accounting.connect;

/**
 * Whose books a permission is for.
 *
 * @param tenant QuickBooks' realm, Xero's tenant
 * @param name null if it is not known
 * @param linkId what the system calls the connection itself; null if it has no name for it
 */
record Organisation(String tenant, String name, String linkId) {}
