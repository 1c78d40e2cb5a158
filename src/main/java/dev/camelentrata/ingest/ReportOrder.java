package dev.camelentrata.ingest;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A report file that is to be taken in.
 *
 * @param name the file's name where it came from
 * @param source where it came from, for example {@code sftp://host/reports}
 * @param asOf when the portal was as the file says; null to find that out
 * @param modifiedAt when the file was written; null if that is not known
 */
record ReportOrder(
    String company, Path file, String name, String source, Instant asOf, Instant modifiedAt) {}
