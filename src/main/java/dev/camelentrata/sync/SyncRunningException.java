package dev.camelentrata.sync;

/** A run of the same company and resource is under way. */
public final class SyncRunningException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SyncRunningException(String resource) {
    super("A sync run of " + resource + " is under way; wait for its end.");
  }
}
