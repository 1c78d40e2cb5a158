package dev.camelentrata.sync;

/**
 * What a run is going to read, and how.
 *
 * @param report one report for all properties; else each is read by itself
 */
public record SyncPlan(SyncMode mode, boolean report) {

  static final String REPORT = "report";
  static final String REPLAY = "replay";

  String strategy() {
    return report ? REPORT : REPLAY;
  }
}
