package dev.camelentrata.api;

import dev.camelentrata.mirror.MirrorBatch;
import dev.camelentrata.mirror.MirrorItem;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import dev.camelentrata.sync.Refresh;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Brings the mirror in memory up to a portal in memory. */
final class FakeRefresh implements Refresh {

  final List<String> calls = new ArrayList<>();
  final PortalContent content;
  private final FakeMirror mirror;
  private final Clock clock;
  private final Deque<RuntimeException> failures = new ArrayDeque<>();

  FakeRefresh(ResourceCatalog catalog, FakeMirror mirror, Clock clock) {
    this.content = new PortalContent(catalog);
    this.mirror = mirror;
    this.clock = clock;
  }

  /** The next calls fail so, one after another. */
  synchronized void failNext(RuntimeException... thrown) {
    failures.addAll(List.of(thrown));
  }

  synchronized void reset() {
    calls.clear();
    failures.clear();
    content.reset();
  }

  @Override
  public synchronized void refresh(MirrorScope scope, String portalSessionId) {
    String where = scope.propertyId() == null ? "" : " of " + scope.propertyId();
    calls.add(scope.resource() + where);
    failIfTold();
    List<MirrorItem> items = content.items(scope.resource(), scope.propertyId());
    mirror.write(new MirrorBatch(scope, items, true, clock.instant(), null));
  }

  @Override
  public synchronized void refreshChanges(MirrorScope scope, String portalSessionId) {
    refresh(scope, portalSessionId);
  }

  @Override
  public synchronized void refreshOne(
      String company, Resource resource, String id, String portalSessionId) {
    calls.add(resource.singular() + " " + id);
    failIfTold();
    String propertyId = content.property(resource, id);
    if (propertyId.equals("1003")) {
      throw PortalException.of(PortalProblem.NOT_ENTITLED, "This user may not see it.");
    }
    MirrorScope scope =
        new MirrorScope(company, resource, resource.perProperty() ? propertyId : null);
    List<MirrorItem> items =
        content.items(resource, scope.propertyId()).stream()
            .filter(item -> item.id().equals(id))
            .toList();
    mirror.write(new MirrorBatch(scope, items, false, clock.instant(), null));
  }

  private void failIfTold() {
    RuntimeException failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
  }
}
