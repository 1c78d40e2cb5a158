package dev.camelentrata.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The rows of ingest runs. Safe for use by many threads and replicas. */
public interface IngestRuns {

  /**
   * Begins a run. One of the same content that is running is ended as {@code failed} first if its
   * process is gone: it is of another owner and gave no sign of life for so long.
   *
   * @return empty if the same content is being taken in
   */
  Optional<IngestRun> begin(NewRun run, Duration deadAfter);

  /** The last run by which this content landed whole, read by the same definitions. */
  Optional<IngestRun> landed(String company, String checksum, String definitions);

  /** Tells how far it is; its sign of life. */
  void progress(String company, String id, int percent, long read);

  /** Ends it, in the caller's transaction if there is one. */
  IngestRun end(String company, String id, IngestEnd end);

  Optional<IngestRun> find(String company, String id);

  /** The latest first; all but the company may be null, {@code before} is an id. */
  List<IngestRun> list(String company, String state, String report, String before, int limit);

  /**
   * A run that begins.
   *
   * @param definitions the revision of the definitions that it reads by
   * @param owner the process
   */
  record NewRun(
      String company,
      String source,
      String file,
      String checksum,
      long bytes,
      String definitions,
      String owner) {}
}
