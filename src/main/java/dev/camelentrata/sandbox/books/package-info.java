/**
 * The sandbox's accounting systems: what QuickBooks Online and Xero answer, as far as entries,
 * their permission and their limits go. The sandbox portal serves them; they know nobody else.
 */
package dev.camelentrata.sandbox.books;
