/**
 * Report files on their way into the mirror: one file is one transaction and one run. What the
 * reports' columns mean stands in {@code routes/ingest/reports.yaml}; how files are read, in {@code
 * ingest.format}.
 */
package dev.camelentrata.ingest;
