package dev.camelentrata.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.WriteResult;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PortalRefreshTest {

  private static final ResourceCatalog CATALOG = ResourceCatalog.load();
  private static final MirrorScope UNITS = new MirrorScope("acme", CATALOG.named("units"), "10");

  private final List<String> readings = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final ScopeReader reader =
      new ScopeReader() {
        @Override
        public WriteResult read(MirrorScope scope, String session, boolean complete, String run) {
          readings.add(scope.resource() + " " + session + (complete ? " complete" : " partly"));
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
        public String propertyOf(Resource resource, String id, String session) {
          return "10";
        }
      };
  private final PortalRefresh refresh = new PortalRefresh(reader, new SyncAccounts(null, Map.of()));

  @Test
  void sharesOneReadingThatBeganAfterAllHadAsked() throws Exception {
    ExecutorService callers = Executors.newCachedThreadPool();
    try {
      List<Future<?>> calls = new ArrayList<>();
      calls.add(callers.submit(() -> refresh.refresh(UNITS, "first")));
      await().until(() -> readings.size() == 1);
      CountDownLatch asking = new CountDownLatch(20);
      for (int i = 0; i < 20; i++) {
        calls.add(
            callers.submit(
                () -> {
                  asking.countDown();
                  refresh.refresh(UNITS, "later");
                }));
      }
      asking.await();
      gate.countDown();
      for (Future<?> call : calls) {
        call.get();
      }
    } finally {
      callers.shutdownNow();
    }
    assertThat(readings.get(0)).isEqualTo("units first complete");
    assertThat(readings).hasSizeBetween(2, 21);
    assertThat(readings.subList(1, readings.size())).containsOnly("units later complete");
  }

  @Test
  void tellsAFailureToAllAndReadsAgainForTheNext() {
    gate.countDown();
    assertThatThrownBy(() -> refresh.refresh(UNITS, "bad")).hasMessage("the portal is down");
    CompletableFuture<Void> next = CompletableFuture.runAsync(() -> refresh.refresh(UNITS, "good"));
    assertThat(next).succeedsWithin(java.time.Duration.ofSeconds(10));
  }

  @Test
  void doesNotTakeForAllWhatALimitedUserSeesOfACompany() {
    gate.countDown();
    refresh.refresh(new MirrorScope("acme", CATALOG.named("vendors"), null), "onsite");
    assertThat(readings).containsExactly("vendors onsite partly");
  }
}
