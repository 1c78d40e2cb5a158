/**
 * Our copy of the portal's data in PostgreSQL: written by sync runs and refreshes, each change
 * together with its events; read by the API within what a viewer may see.
 */
package dev.camelentrata.mirror;
