/**
 * The books of a company in Xero, by its Accounting API 2.0: entries are manual journals, what was
 * brought to the bank are bank transactions, charges and their payments are invoices and payments
 * where a company wants it. Knows the journal and {@code accounting.system}, nothing else of ours.
 */
package dev.camelentrata.accounting.xero;
