package dev.camelentrata.sync;

import java.util.Optional;

/** A sync run was not started because one of the same resource is going on. */
public final class SyncRunningException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String resource;
  private final String runId;

  /**
   * @param runId the run that is going on; null if it is not known
   */
  public SyncRunningException(String resource, String runId) {
    super("a sync run of " + resource + " is going on" + (runId == null ? "" : ": " + runId));
    this.resource = resource;
    this.runId = runId;
  }

  public String resource() {
    return resource;
  }

  public Optional<String> runId() {
    return Optional.ofNullable(runId);
  }
}
