/**
 * Replay: repeating the portal's own HTTP calls within a company's budget, and reading their rows.
 */
package dev.camelentrata.portal.replay;
