package dev.camelentrata.ingest;

/** The same content is being ingested at this moment, from another place or by another replica. */
public final class ReportInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReportInUseException() {
    super(
        "The same content is being ingested at this moment; the file stays where it is and is"
            + " looked at again.");
  }
}
