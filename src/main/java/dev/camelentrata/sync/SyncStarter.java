package dev.camelentrata.sync;

/** Starts sync runs. */
public interface SyncStarter {

  /**
   * Starts a run and returns at once.
   *
   * @throws SyncRunningException if one of the same resource is under way
   * @throws IllegalArgumentException if the company has no account to read with
   */
  SyncRun start(String company, String resource);
}
