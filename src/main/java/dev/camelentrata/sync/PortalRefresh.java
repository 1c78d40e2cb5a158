package dev.camelentrata.sync;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.resource.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Refreshes scopes, one reading at a time for each. */
final class PortalRefresh implements Refresh {

  /** By how much the portal's clock may be behind ours. */
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

  private final ScopeReader reader;
  private final SyncAccounts accounts;
  private final Function<MirrorScope, Optional<Instant>> readCompletely;
  private final Map<Reading, Turn> turns = new HashMap<>();

  /** What is read: all of a scope, or what was changed in it. */
  private record Reading(MirrorScope scope, boolean changes) {}

  /** The reading under way and the one that comes after it. */
  private static final class Turn {
    private CompletableFuture<Void> running;
    private CompletableFuture<Void> next;
  }

  /**
   * @param readCompletely when a scope was last read to its end; empty if never
   */
  PortalRefresh(
      ScopeReader reader,
      SyncAccounts accounts,
      Function<MirrorScope, Optional<Instant>> readCompletely) {
    this.reader = reader;
    this.accounts = accounts;
    this.readCompletely = readCompletely;
  }

  @Override
  public void refreshOne(String company, Resource resource, String id, String portalSessionId) {
    String propertyId = reader.propertyOf(resource, id, portalSessionId);
    refresh(
        new MirrorScope(company, resource, resource.perProperty() ? propertyId : null),
        portalSessionId);
  }

  @Override
  public void refresh(MirrorScope scope, String portalSessionId) {
    refresh(new Reading(scope, false), portalSessionId);
  }

  @Override
  public void refreshChanges(MirrorScope scope, String portalSessionId) {
    boolean listed = accounts.ways(scope.company(), scope.resource()).changes();
    refresh(new Reading(scope, listed), portalSessionId);
  }

  private void refresh(Reading reading, String portalSessionId) {
    CompletableFuture<Void> mine;
    CompletableFuture<Void> before;
    boolean first;
    synchronized (turns) {
      Turn turn = turns.computeIfAbsent(reading, r -> new Turn());
      before = turn.running;
      if (before == null) {
        mine = turn.running = new CompletableFuture<>();
        first = true;
      } else {
        first = turn.next == null;
        mine = first ? turn.next = new CompletableFuture<>() : turn.next;
      }
    }
    if (!first) {
      join(mine);
      return;
    }
    if (before != null) {
      before.handle((done, failed) -> null).join();
    }
    try {
      read(reading, portalSessionId);
      mine.complete(null);
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      ended(reading, mine);
    }
  }

  private void read(Reading reading, String portalSessionId) {
    MirrorScope scope = reading.scope();
    String session = accounts.session(scope.company()).orElse(portalSessionId);
    boolean complete = scope.propertyId() != null || !session.equals(portalSessionId);
    reader.read(scope, session, complete ? all(reading) : Extent.SOME, null);
  }

  private Extent all(Reading reading) {
    return (reading.changes() ? readCompletely.apply(reading.scope()) : Optional.<Instant>empty())
        .map(read -> Extent.changedSince(read.minus(CLOCKS_DIFFER)))
        .orElse(Extent.ALL);
  }

  /** Who waited for the next reading is let in. */
  private void ended(Reading reading, CompletableFuture<Void> mine) {
    synchronized (turns) {
      Turn turn = turns.get(reading);
      if (turn.running == mine) {
        turn.running = turn.next;
        turn.next = null;
        if (turn.running == null) {
          turns.remove(reading);
        }
      }
    }
  }

  private static void join(CompletableFuture<Void> reading) {
    try {
      reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
