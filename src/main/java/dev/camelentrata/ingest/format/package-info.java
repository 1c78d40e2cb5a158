/**
 * Report files as rows of cells: CSV, XLSX, XLS, packets of them in a ZIP, MITS XML and JSON. All
 * are streamed, recognised by their content, and refused with one kind of exception if they are
 * damaged, too large or unsafe. Knows nothing of what the rows mean, of Camel or of the database.
 */
package dev.camelentrata.ingest.format;
