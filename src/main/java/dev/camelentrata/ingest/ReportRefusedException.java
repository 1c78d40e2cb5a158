package dev.camelentrata.ingest;

/**
 * A report file that was refused as a whole; nothing of it landed. Sending the same file again will
 * not help before what the message names is mended.
 */
public final class ReportRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String kind;

  public ReportRefusedException(String kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What is wrong, as a stable word, for example {@code truncated} or {@code missing-column}. */
  public String kind() {
    return kind;
  }
}
