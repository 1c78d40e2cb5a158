/** Report files on their way into the mirror. */
package dev.camelentrata.ingest;
