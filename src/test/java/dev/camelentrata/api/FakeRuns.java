package dev.camelentrata.api;

import dev.camelentrata.mirror.WriteResult;
import dev.camelentrata.sync.SyncMode;
import dev.camelentrata.sync.SyncPlan;
import dev.camelentrata.sync.SyncRun;
import dev.camelentrata.sync.SyncRunningException;
import dev.camelentrata.sync.SyncRuns;
import dev.camelentrata.sync.SyncStarter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sync runs in memory; those that are started go on for ever. */
final class FakeRuns implements SyncRuns, SyncStarter {

  private final List<SyncRun> runs = new ArrayList<>();

  void reset() {
    runs.clear();
  }

  SyncRun add(String resource, String state, List<String> missing) {
    return add(resource, SyncMode.COMPLETE, state, missing);
  }

  private SyncRun add(String resource, SyncMode mode, String state, List<String> missing) {
    Instant at = Instant.parse("2026-11-24T07:00:00Z");
    SyncRun run =
        new SyncRun(
            "run_" + (runs.size() + 1),
            "sandbox",
            resource,
            "request",
            mode.word(),
            "replay",
            state,
            at,
            state.equals("running") ? null : at.plusSeconds(9),
            4,
            1,
            120,
            3,
            2,
            1,
            missing,
            List.of(),
            List.of());
    runs.add(0, run);
    return run;
  }

  @Override
  public SyncRun start(String company, String resource, SyncMode mode) {
    for (SyncRun run : runs) {
      if (run.state().equals("running") && run.resource().equals(resource)) {
        throw new SyncRunningException(resource, run.id());
      }
    }
    return add(resource, mode, "running", List.of());
  }

  @Override
  public Optional<SyncRun> find(String company, String id) {
    return runs.stream().filter(run -> run.id().equals(id)).findFirst();
  }

  @Override
  public List<SyncRun> list(
      String company, String resource, String state, String before, int limit) {
    return runs.stream()
        .dropWhile(run -> before != null && !run.id().equals(before))
        .skip(before == null ? 0 : 1)
        .filter(run -> resource == null || run.resource().equals(resource))
        .filter(run -> state == null || run.state().equals(state))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<SyncRun> begin(
      String company,
      String resource,
      String trigger,
      SyncPlan plan,
      int scopes,
      Duration deadAfter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SyncRun fellBack(String id, String note) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void owe(String company, String resource) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Instant> changesSince(String company, String resource) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SyncRun done(String id, WriteResult result) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SyncRun missed(String id, String propertyId, String error) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SyncRun end(String id) {
    throw new UnsupportedOperationException();
  }
}
