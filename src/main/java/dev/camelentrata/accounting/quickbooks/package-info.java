/**
 * The books of a company in QuickBooks Online, by its REST interface, minor version 75: entries are
 * journal entries, what was brought to the bank are deposits, charges and their payments are
 * invoices and payments where a company wants it. Knows the journal and {@code accounting.system},
 * nothing else of ours.
 */
package dev.camelentrata.accounting.quickbooks;
