/**
 * The Camel component {@code entrata:}, a thin layer between Camel and a {@link
 * dev.camelentrata.portal.PortalClient}. Knows Camel, {@code portal} and {@code model}; knows no
 * browser and no HTTP.
 */
package dev.camelentrata.component;
