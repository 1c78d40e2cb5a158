package dev.camelentrata.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.mirror.Coverage;
import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.WriteResult;
import dev.camelentrata.portal.PortalWays;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PortalRefreshTest {

  private static final ResourceCatalog CATALOG = ResourceCatalog.load();
  private static final MirrorScope UNITS = new MirrorScope("acme", CATALOG.named("units"), "10");

  private final List<String> readings = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final ScopeReader reader =
      new ScopeReader() {
        @Override
        public WriteResult read(MirrorScope scope, String session, Extent extent, String run) {
          boolean complete = extent.covers() == Coverage.ALL;
          String since = extent.since() == null ? "" : " since " + extent.since();
          readings.add(
              scope.resource() + " " + session + (complete ? " complete" : " partly") + since);
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          if (session.equals("bad")) {
            throw new IllegalStateException("the portal is down");
          }
          return new WriteResult(0, 0, 0, 0, false);
        }

        @Override
        public void readReport(ReportOrder order) {
          throw new UnsupportedOperationException();
        }

        @Override
        public String propertyOf(Resource resource, String id, String session) {
          return "10";
        }
      };
  private Optional<Instant> lastRead = Optional.empty();
  private final PortalRefresh refresh =
      new PortalRefresh(
          reader,
          new SyncAccounts(new FakePortal(new PortalWays(false, true)), Map.of()),
          scope -> lastRead);

  @Test
  void sharesOneReadingThatBeganAfterAllHadAsked() throws Exception {
    List<Thread> later = new ArrayList<>();
    Thread first = new Thread(() -> refresh.refresh(UNITS, "first"));
    first.start();
    await().until(() -> readings.size() == 1);
    for (int i = 0; i < 20; i++) {
      Thread caller = new Thread(() -> refresh.refresh(UNITS, "later"));
      caller.start();
      later.add(caller);
    }
    await().until(() -> later.stream().allMatch(c -> c.getState() == Thread.State.WAITING));
    gate.countDown();
    first.join();
    for (Thread caller : later) {
      caller.join();
    }
    assertThat(readings).containsExactly("units first complete", "units later complete");
  }

  @Test
  void tellsAFailureToAllAndReadsAgainForTheNext() {
    gate.countDown();
    assertThatThrownBy(() -> refresh.refresh(UNITS, "bad")).hasMessage("the portal is down");
    CompletableFuture<Void> next = CompletableFuture.runAsync(() -> refresh.refresh(UNITS, "good"));
    assertThat(next).succeedsWithin(java.time.Duration.ofSeconds(10));
  }

  @Test
  void readsOnlyChangesOfWhatWasReadCompletely() {
    gate.countDown();

    refresh.refreshChanges(UNITS, "first");
    lastRead = Optional.of(Instant.parse("2026-11-24T08:00:00Z"));
    refresh.refreshChanges(UNITS, "second");
    refresh.refresh(UNITS, "third");

    assertThat(readings)
        .containsExactly(
            "units first complete",
            "units second partly since 2026-11-24T07:59:30Z",
            "units third complete");
  }

  @Test
  void doesNotTakeForAllWhatALimitedUserSeesOfACompany() {
    gate.countDown();
    refresh.refresh(new MirrorScope("acme", CATALOG.named("vendors"), null), "onsite");
    assertThat(readings).containsExactly("vendors onsite partly");
  }
}
