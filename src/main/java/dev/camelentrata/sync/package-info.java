/** Runs that bring the mirror up to the portal, and what is known of them. */
package dev.camelentrata.sync;
