/**
 * Writes into a portal, step by step as the portal map's dialogs say, and finding them again by
 * their reference. Knows {@code map}, {@code replay}, {@code session}, {@code drift} and the
 * evidence of {@code browser}.
 */
package dev.camelentrata.portal.write;
