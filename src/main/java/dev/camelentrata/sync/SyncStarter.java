package dev.camelentrata.sync;

/** Starts sync runs out of turn. */
public interface SyncStarter {

  /**
   * Starts a run and returns while it goes on.
   *
   * @param resource the plural name of a resource, or {@code *} for all
   * @param mode incremental runs read all there is where changes cannot be had
   * @throws SyncRunningException if such a run is going on
   */
  SyncRun start(String company, String resource, SyncMode mode);
}
