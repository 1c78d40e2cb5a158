package dev.camelentrata.sync;

import dev.camelentrata.mirror.WriteResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of sync runs. Safe for use by many threads and replicas. */
public interface SyncRuns {

  /**
   * Begins a run, unless one of the same company and resource is running: then it is empty. A
   * running row whose heartbeat is older than {@code deadAfter} is ended as {@code failed} first,
   * since its process is gone.
   */
  Optional<SyncRun> begin(
      String company,
      String resource,
      String trigger,
      SyncPlan plan,
      int scopes,
      Duration deadAfter);

  /** Adds what one scope gave and is the run's heartbeat; gives the run as it is now. */
  SyncRun done(String id, WriteResult result);

  /** Notes that a scope could not be read. */
  SyncRun missed(String id, String propertyId, String error);

  /** Notes that no report could be had and that the rest is read property by property. */
  SyncRun fellBack(String id, String note);

  /** Notes that the resource owes a complete run from now on. */
  void owe(String company, String resource);

  /**
   * When the last run that succeeded was started; empty if a complete run is owed, or if none has
   * ever succeeded.
   */
  Optional<Instant> changesSince(String company, String resource);

  /**
   * Ends the run: {@code succeeded}, {@code partial} if something is missing, {@code failed} if
   * nothing could be read.
   */
  SyncRun end(String id);

  Optional<SyncRun> find(String company, String id);

  /** The latest first; resource and state may be null for all, {@code before} is an id or null. */
  List<SyncRun> list(String company, String resource, String state, String before, int limit);
}
