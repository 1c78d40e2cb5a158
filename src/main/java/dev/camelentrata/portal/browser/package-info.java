/**
 * Real browsers: started, steered, watched and ended without leaving a process behind. Knows
 * Selenium; nobody else but the login does.
 */
package dev.camelentrata.portal.browser;
