package dev.camelentrata.api;

import dev.camelentrata.ingest.IngestCounts;
import dev.camelentrata.ingest.IngestRun;
import java.time.Instant;
import java.util.List;

/**
 * An ingest run as the API shows it.
 *
 * @param percent how much of the file is read
 * @param problem why nothing of it was written; null if something was
 */
record IngestRunView(
    String id,
    String state,
    String source,
    String file,
    String checksum,
    long bytes,
    List<String> reports,
    Instant asOf,
    Instant startedAt,
    Instant endedAt,
    int percent,
    IngestCounts rows,
    List<String> unknownColumns,
    List<String> notes,
    Reason problem) {

  /** A word that stays, and a sentence. */
  record Reason(String kind, String detail) {}

  static IngestRunView of(IngestRun run) {
    return new IngestRunView(
        run.id(),
        run.state().slug(),
        run.source(),
        run.file(),
        "sha256:" + run.checksum(),
        run.bytes(),
        run.reports(),
        run.asOf(),
        run.startedAt(),
        run.endedAt(),
        run.percent(),
        run.counts(),
        run.unknownColumns(),
        run.notes(),
        run.problem() == null ? null : new Reason(run.problem(), run.problemDetail()));
  }

  /** One run, in the same shape as a list's {@code data}. */
  record One(IngestRunView data) {}
}
