package dev.camelentrata.ingest;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * How files are taken in.
 *
 * @param companies whose files are taken in
 * @param reports the file of definitions
 * @param rejectedShare if more of a file's rows are bad, it is refused
 * @param fileBytes larger files are refused
 * @param keptRuns of how many earlier runs of a report rows without a resource are kept
 * @param deadAfter a running run of another process without a sign of life for so long is over
 */
public record IngestSettings(
    Set<String> companies,
    Path reports,
    BigDecimal rejectedShare,
    long fileBytes,
    int keptRuns,
    Duration deadAfter) {

  public IngestSettings {
    companies = Set.copyOf(companies);
  }

  /** How many of so many rows may be bad. */
  long mostRejected(long rows) {
    return rejectedShare.multiply(BigDecimal.valueOf(rows)).longValue();
  }
}
