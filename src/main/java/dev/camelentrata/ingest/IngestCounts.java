package dev.camelentrata.ingest;

import dev.camelentrata.mirror.ImportResult;

/**
 * What became of a file's rows. Of a row that tells of several things each is counted.
 *
 * @param read rows of data, without titles, headers, sections and sums
 * @param unmatched of nothing that the mirror has
 * @param rejected that could not be read
 */
public record IngestCounts(
    long read,
    long added,
    long changed,
    long unchanged,
    long older,
    long unmatched,
    long rejected) {

  public static final IngestCounts NONE = new IngestCounts(0, 0, 0, 0, 0, 0, 0);

  /** Of the rows read, with what they did to the mirror. */
  static IngestCounts of(long read, long rejected, long unmatched, ImportResult result) {
    return new IngestCounts(
        read,
        result.added(),
        result.changed(),
        result.unchanged(),
        result.older(),
        unmatched + result.unmatched(),
        rejected);
  }
}
