package dev.camelentrata.sync;

import dev.camelentrata.mirror.WriteResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Sync runs in memory. */
final class MemoryRuns implements SyncRuns {

  private final Clock clock;
  private final List<SyncRun> runs = new ArrayList<>();
  private final Map<String, Instant> owed = new HashMap<>();

  MemoryRuns(Clock clock) {
    this.clock = clock;
  }

  /** All runs of a resource, the first one first. */
  synchronized List<SyncRun> of(String resource) {
    return runs.stream().filter(run -> run.resource().equals(resource)).toList();
  }

  @Override
  public synchronized Optional<SyncRun> begin(
      String company,
      String resource,
      String trigger,
      SyncPlan plan,
      int scopes,
      Duration deadAfter) {
    if (of(resource).stream().anyMatch(run -> run.state().equals("running"))) {
      return Optional.empty();
    }
    String id = "run_" + (runs.size() + 1);
    runs.add(
        new SyncRun(
            id,
            company,
            resource,
            trigger,
            plan.mode().word(),
            plan.strategy(),
            "running",
            clock.instant(),
            null,
            scopes,
            0,
            0,
            0,
            0,
            0,
            List.of(),
            List.of(),
            List.of()));
    return Optional.of(runs.get(runs.size() - 1));
  }

  @Override
  public SyncRun done(String id, WriteResult result) {
    return change(
        id,
        r ->
            copy(
                r,
                r.strategy(),
                r.state(),
                r.done() + 1,
                r.seen() + result.seen(),
                r.errors(),
                r.notes()));
  }

  @Override
  public SyncRun missed(String id, String propertyId, String error) {
    return change(
        id,
        r ->
            copy(
                r, r.strategy(), r.state(), r.done(), r.seen(), and(r.errors(), error), r.notes()));
  }

  @Override
  public SyncRun fellBack(String id, String note) {
    return change(
        id,
        r -> copy(r, "replay", r.state(), r.done(), r.seen(), r.errors(), and(r.notes(), note)));
  }

  @Override
  public SyncRun end(String id) {
    return change(
        id,
        r ->
            copy(
                r,
                r.strategy(),
                r.errors().isEmpty() ? "succeeded" : "partial",
                r.done(),
                r.seen(),
                r.errors(),
                r.notes()));
  }

  @Override
  public synchronized void owe(String company, String resource) {
    owed.put(resource, clock.instant());
  }

  @Override
  public synchronized Optional<Instant> changesSince(String company, String resource) {
    List<SyncRun> good =
        of(resource).stream().filter(run -> run.state().equals("succeeded")).toList();
    boolean complete =
        good.stream()
            .filter(run -> run.mode().equals("complete"))
            .anyMatch(run -> !run.startedAt().isBefore(owed.getOrDefault(resource, Instant.MIN)));
    return complete ? Optional.of(good.get(good.size() - 1).startedAt()) : Optional.empty();
  }

  @Override
  public Optional<SyncRun> find(String company, String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized List<SyncRun> list(
      String company, String resource, String state, String before, int limit) {
    return of(resource).stream().filter(run -> run.state().equals(state)).limit(limit).toList();
  }

  private synchronized SyncRun change(String id, UnaryOperator<SyncRun> change) {
    int at = Integer.parseInt(id.substring("run_".length())) - 1;
    runs.set(at, change.apply(runs.get(at)));
    return runs.get(at);
  }

  private SyncRun copy(
      SyncRun run,
      String strategy,
      String state,
      int done,
      int seen,
      List<String> errors,
      List<String> notes) {
    return new SyncRun(
        run.id(),
        run.company(),
        run.resource(),
        run.trigger(),
        run.mode(),
        strategy,
        state,
        run.startedAt(),
        state.equals("running") ? null : clock.instant(),
        run.scopes(),
        done,
        seen,
        0,
        0,
        0,
        List.of(),
        errors,
        notes);
  }

  private static List<String> and(List<String> list, String more) {
    List<String> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
