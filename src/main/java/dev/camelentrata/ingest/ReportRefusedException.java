package dev.camelentrata.ingest;

/** A report file that was refused as a whole; nothing of it was written. Trying again is no use. */
public final class ReportRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String runId;

  ReportRefusedException(String kind, String message) {
    this(kind, message, null, null);
  }

  ReportRefusedException(String kind, String message, String runId, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.runId = runId;
  }

  /** What is wrong, as a word that stays, for example {@code missing-column}. */
  public String kind() {
    return kind;
  }

  /** The run that tells of it; null if there is none. */
  public String runId() {
    return runId;
  }
}
