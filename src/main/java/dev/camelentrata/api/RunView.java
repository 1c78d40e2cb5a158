package dev.camelentrata.api;

import dev.camelentrata.sync.SyncRun;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A sync run as the API shows it.
 *
 * @param percent how much of it is done
 * @param missing the properties that could not be read, of those that the caller sees
 */
record RunView(
    String id,
    String resource,
    String trigger,
    String mode,
    String strategy,
    String state,
    Instant startedAt,
    Instant endedAt,
    int scopes,
    int done,
    int percent,
    int seen,
    int added,
    int changed,
    int removed,
    List<String> missing,
    List<String> errors,
    List<String> notes) {

  private static final int ALL = 100;

  static RunView of(SyncRun run, Set<String> visible) {
    return new RunView(
        run.id(),
        run.resource(),
        run.trigger(),
        run.mode(),
        run.strategy(),
        run.state(),
        run.startedAt(),
        run.endedAt(),
        run.scopes(),
        run.done(),
        run.scopes() == 0 ? ALL : run.done() * ALL / run.scopes(),
        run.seen(),
        run.added(),
        run.changed(),
        run.removed(),
        run.missing().stream().filter(visible::contains).toList(),
        run.errors(),
        run.notes());
  }

  /** One run, in the same shape as a list's {@code data}. */
  record One(RunView data) {}
}
