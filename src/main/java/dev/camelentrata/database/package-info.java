/** PostgreSQL: embedded or external, its pool and its migrations. */
package dev.camelentrata.database;
