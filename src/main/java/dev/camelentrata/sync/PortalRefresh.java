package dev.camelentrata.sync;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.resource.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Refreshes scopes, one reading at a time for each. */
final class PortalRefresh implements Refresh {

  private final ScopeReader reader;
  private final SyncAccounts accounts;
  private final Map<MirrorScope, Turn> turns = new HashMap<>();

  /** The reading under way and the one that comes after it. */
  private static final class Turn {
    private CompletableFuture<Void> running;
    private CompletableFuture<Void> next;
  }

  PortalRefresh(ScopeReader reader, SyncAccounts accounts) {
    this.reader = reader;
    this.accounts = accounts;
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
    CompletableFuture<Void> mine;
    CompletableFuture<Void> before;
    boolean first;
    synchronized (turns) {
      Turn turn = turns.computeIfAbsent(scope, s -> new Turn());
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
      read(scope, portalSessionId);
      mine.complete(null);
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      ended(scope, mine);
    }
  }

  private void read(MirrorScope scope, String portalSessionId) {
    String session = accounts.session(scope.company()).orElse(portalSessionId);
    boolean complete = scope.propertyId() != null || !session.equals(portalSessionId);
    reader.read(scope, session, complete ? Extent.ALL : Extent.SOME, null);
  }

  /** Who waited for the next reading is let in. */
  private void ended(MirrorScope scope, CompletableFuture<Void> mine) {
    synchronized (turns) {
      Turn turn = turns.get(scope);
      if (turn.running == mine) {
        turn.running = turn.next;
        turn.next = null;
        if (turn.running == null) {
          turns.remove(scope);
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
