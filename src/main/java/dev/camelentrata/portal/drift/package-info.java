/** Drift: saying where a portal no longer matches its portal map, and what to edit. */
package dev.camelentrata.portal.drift;
