/** Secrets at rest, access tokens and the audit log. */
package dev.camelentrata.security;
