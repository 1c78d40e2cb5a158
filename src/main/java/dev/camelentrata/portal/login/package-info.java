/** Logging in with a real browser: password, second factor, and what the portal says instead. */
package dev.camelentrata.portal.login;
