package dev.camelentrata.ingest;

import java.time.Instant;
import java.util.List;

/** How a run ended; see {@link IngestRun}. */
public record IngestEnd(
    IngestState state,
    List<String> reports,
    Instant asOf,
    IngestCounts counts,
    List<String> unknownColumns,
    List<String> notes,
    String problem,
    String problemDetail) {

  static IngestEnd of(IngestState state, List<String> notes) {
    return new IngestEnd(state, List.of(), null, IngestCounts.NONE, List.of(), notes, null, null);
  }

  /** A run that wrote nothing. */
  static IngestEnd failed(IngestState state, String problem, String detail) {
    return new IngestEnd(
        state, List.of(), null, IngestCounts.NONE, List.of(), List.of(), problem, detail);
  }
}
