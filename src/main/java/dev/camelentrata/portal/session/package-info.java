/** Portal sessions: where they are kept, shared, healed, kept alive and closed. */
package dev.camelentrata.portal.session;
