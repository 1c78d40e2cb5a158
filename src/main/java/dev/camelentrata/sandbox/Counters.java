package dev.camelentrata.sandbox;

import java.util.Map;
import java.util.TreeMap;

/** Counts what happens in the portal, for tests and the benchmark. For one thread only. */
final class Counters {

  private long logins;
  private long loginAttempts;
  private long loginFailures;
  private long mfaChallenges;
  private long requests;
  private long writes;
  private long keepAlives;
  private int concurrent;
  private int maxConcurrent;
  private final Map<String, Long> writesByKind = new TreeMap<>();
  private final Map<String, Long> byAction = new TreeMap<>();

  /** The counts at one moment, named as the control API shows them. */
  record Snapshot(
      long logins,
      long loginAttempts,
      long loginFailures,
      long mfaChallenges,
      long requests,
      Map<String, Long> requestsByAction,
      long writes,
      Map<String, Long> writesByKind,
      long keepAlives,
      int maxConcurrentRequests) {}

  void login() {
    logins++;
  }

  void loginAttempt() {
    loginAttempts++;
  }

  void loginFailure() {
    loginFailures++;
  }

  void mfaChallenge() {
    mfaChallenges++;
  }

  /** Counts a change of this kind, for example {@code createLease}. */
  void write(String kind) {
    writes++;
    writesByKind.merge(kind, 1L, Long::sum);
  }

  void keepAlive() {
    keepAlives++;
  }

  void begin(String action) {
    requests++;
    byAction.merge(action, 1L, Long::sum);
    concurrent++;
    maxConcurrent = Math.max(maxConcurrent, concurrent);
  }

  void end() {
    concurrent--;
  }

  Snapshot snapshot() {
    return new Snapshot(
        logins,
        loginAttempts,
        loginFailures,
        mfaChallenges,
        requests,
        new TreeMap<>(byAction),
        writes,
        new TreeMap<>(writesByKind),
        keepAlives,
        maxConcurrent);
  }

  /** Sets all counts to 0; requests under way stay known. */
  void clear() {
    logins = 0;
    loginAttempts = 0;
    loginFailures = 0;
    mfaChallenges = 0;
    requests = 0;
    writes = 0;
    keepAlives = 0;
    maxConcurrent = concurrent;
    byAction.clear();
    writesByKind.clear();
  }
}
