package dev.camelentrata.ingest;

import java.nio.file.Path;

/**
 * What the API shows of report files, and where it puts those that callers bring.
 *
 * @param incoming the folder for files that are being received
 * @param fileBytes larger files are refused
 */
public record IngestSource(IngestRuns runs, ReportRows rows, Path incoming, long fileBytes) {}
