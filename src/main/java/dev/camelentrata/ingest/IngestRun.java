package dev.camelentrata.ingest;

import java.time.Instant;
import java.util.List;

/**
 * One try to take in one file.
 *
 * @param checksum SHA-256 of the file's content, in hexadecimal
 * @param reports which reports were in it
 * @param asOf when the portal was as the file says
 * @param percent how much of the file is read
 * @param unknownColumns columns that no definition knows
 * @param problem why it was refused or failed, as a word that stays; null if it was not
 * @param problemDetail the same in a sentence
 */
public record IngestRun(
    String id,
    String company,
    String source,
    String file,
    String checksum,
    long bytes,
    IngestState state,
    List<String> reports,
    Instant asOf,
    Instant startedAt,
    Instant endedAt,
    int percent,
    IngestCounts counts,
    List<String> unknownColumns,
    List<String> notes,
    String problem,
    String problemDetail) {

  public IngestRun {
    reports = List.copyOf(reports);
    unknownColumns = List.copyOf(unknownColumns);
    notes = List.copyOf(notes);
  }
}
