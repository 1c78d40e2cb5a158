package dev.camelentrata.ingest;

/** The same content is being taken in at this moment; try again later. */
public final class IngestRunningException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IngestRunningException(String file) {
    super(file + " is being taken in by another process; it is tried again later");
  }
}
