package dev.camelentrata.ingest;

import dev.camelentrata.mirror.Viewer;
import java.util.List;

/** Rows of reports that were kept as they are. Safe for use by many threads. */
@FunctionalInterface
public interface ReportRows {

  /**
   * Rows of a run that the viewer may see, in the file's order.
   *
   * @param afterPart only rows after this place; 0 and 0 for the first ones
   */
  List<ReportRow> list(Viewer viewer, String runId, int afterPart, long afterLine, int limit);
}
