/**
 * Connections with accounting systems by OAuth 2.0: a person gives the permission, its tokens are
 * sealed in PostgreSQL and renewed by one replica at a time. Knows the accounting systems'
 * contract, row-level security and the secret box; neither entries nor what is sent through a
 * connection.
 */
package dev.camelentrata.accounting.connect;
