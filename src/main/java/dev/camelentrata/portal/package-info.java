/**
 * The way into the portal: a {@link dev.camelentrata.portal.PortalClient} logs in, keeps portal
 * sessions and reads. Knows Selenium and HTTP, not Camel.
 */
package dev.camelentrata.portal;
