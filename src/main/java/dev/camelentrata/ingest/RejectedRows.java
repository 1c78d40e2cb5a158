package dev.camelentrata.ingest;

/** Where rows go that could not be read. */
public interface RejectedRows {

  /** Keeps it, in the caller's transaction. */
  void reject(RejectedRow row);
}
