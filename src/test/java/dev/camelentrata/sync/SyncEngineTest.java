package dev.camelentrata.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.SettableClock;
import dev.camelentrata.mirror.WriteResult;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalWays;
import dev.camelentrata.resource.Resource;
import dev.camelentrata.resource.ResourceCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncEngineTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final WriteResult ONE = new WriteResult(1, 0, 0, 0, false);
  private static final PortalWays BOTH = new PortalWays(true, true);

  private final SettableClock clock = new SettableClock(START);
  private final MemoryRuns runs = new MemoryRuns(clock);
  private final List<String> readings = new CopyOnWriteArrayList<>();
  private final Set<String> never = ConcurrentHashMap.newKeySet();
  private volatile int reportGives = 2;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private SyncEngine engine;

  /** Reads nothing and says what it was asked for. */
  private final class Reader implements ScopeReader {

    @Override
    public WriteResult read(MirrorScope scope, String session, Extent extent, String runId) {
      readings.add(
          scope.propertyId()
              + " "
              + extent.covers()
              + (extent.since() == null ? "" : " " + extent.since()));
      return ONE;
    }

    @Override
    public void readReport(ReportOrder order) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      readings.add("report of " + order.scopes().size());
      order.scopes().stream().limit(reportGives).forEach(scope -> order.done().accept(scope, ONE));
      if (reportGives < order.scopes().size()) {
        throw PortalException.of(PortalProblem.PORTAL_DRIFT, "a column is gone");
      }
    }

    @Override
    public String propertyOf(Resource resource, String id, String session) {
      throw new UnsupportedOperationException();
    }
  }

  private SyncEngine engine(PortalWays ways) {
    engine =
        new SyncEngine(
            new SyncAccounts(new FakePortal(ways), Map.of("acme", "service")),
            ResourceCatalog.load(),
            runs,
            scope -> never.contains(scope.propertyId()) ? Optional.empty() : Optional.of(START),
            new Reader(),
            new SyncSettings(Map.of(), 2, Duration.ofMinutes(5), Duration.ZERO),
            clock);
    return engine;
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void readsAllPropertiesByOneReportWhereThereIsOne() {
    engine(BOTH).start("acme", "work-orders", SyncMode.COMPLETE);

    SyncRun run = ended("work-orders", 1);
    assertThat(readings).containsExactly("report of 2");
    assertThat(run.strategy()).isEqualTo("report");
    assertThat(run.state()).isEqualTo("succeeded");
    assertThat(run.seen()).isEqualTo(2);
  }

  @Test
  void readsByReplayWhatTheReportDidNotGive() {
    reportGives = 1;
    engine(BOTH).start("acme", "work-orders", SyncMode.COMPLETE);

    SyncRun run = ended("work-orders", 1);
    assertThat(readings).containsExactly("report of 2", "11 ALL");
    assertThat(run.strategy()).isEqualTo("replay");
    assertThat(run.notes())
        .containsExactly(
            "1 property is read by replay, because the report failed: portal-drift: a column is"
                + " gone");
    assertThat(run.state()).isEqualTo("succeeded");
    assertThat(run.done()).isEqualTo(2);
  }

  @Test
  void readsOnlyChangesOnScheduleAfterACompleteRun() {
    engine(new PortalWays(false, true)).startScheduled("work-orders");
    assertThat(ended("work-orders", 1).mode()).isEqualTo("complete");
    clock.forward(Duration.ofMinutes(4));
    readings.clear();

    begin("work-orders", 2, () -> engine.startScheduled("work-orders"));

    SyncRun run = ended("work-orders", 2);
    assertThat(run.mode()).isEqualTo("incremental");
    assertThat(readings)
        .containsExactlyInAnyOrder(
            "10 CHANGES 2026-11-24T07:55:00Z", "11 CHANGES 2026-11-24T07:55:00Z");
  }

  @Test
  void readsAllOfAPropertyThatWasNeverReadCompletely() {
    engine(BOTH).start("acme", "work-orders", SyncMode.COMPLETE);
    ended("work-orders", 1);
    readings.clear();
    never.add("11");

    begin("work-orders", 2, () -> engine.start("acme", "work-orders", SyncMode.INCREMENTAL));

    ended("work-orders", 2);
    assertThat(readings).containsExactlyInAnyOrder("10 CHANGES 2026-11-24T07:55:00Z", "11 ALL");
  }

  @Test
  void readsAllWhereThePortalDoesNotOfferChanges() {
    engine(PortalWays.NONE).startScheduled("units");
    ended("units", 1);
    begin("units", 2, () -> engine.startScheduled("units"));

    assertThat(ended("units", 2).mode()).isEqualTo("complete");
    assertThat(readings).hasSize(4).allMatch(reading -> reading.endsWith(" ALL"));
  }

  @Test
  void startsCompleteRunsOfEverythingAtNight() {
    engine(BOTH).startMissing();
    ResourceCatalog.load().names().forEach(name -> ended(name, 1));
    clock.forward(Duration.ofHours(1));

    ResourceCatalog.load().names().forEach(name -> begin(name, 2, engine::startComplete));

    ResourceCatalog.load()
        .names()
        .forEach(name -> assertThat(ended(name, 2).mode()).as(name).isEqualTo("complete"));
  }

  @Test
  void owesTheCompleteRunOfWhatWasRunningAtNight() {
    engine(BOTH).start("acme", "work-orders", SyncMode.COMPLETE);
    ended("work-orders", 1);
    clock.forward(Duration.ofMinutes(1));
    gate = new CountDownLatch(1);
    begin("work-orders", 2, () -> engine.start("acme", "work-orders", SyncMode.COMPLETE));
    clock.forward(Duration.ofMinutes(1));

    engine.startComplete();
    gate.countDown();
    ended("work-orders", 2);
    clock.forward(Duration.ofMinutes(1));
    begin("work-orders", 3, () -> engine.startScheduled("work-orders"));

    assertThat(ended("work-orders", 3).mode()).isEqualTo("complete");
  }

  @Test
  void refusesASecondRunOfTheSame() {
    gate = new CountDownLatch(1);
    SyncRun first = engine(BOTH).start("acme", "work-orders", SyncMode.COMPLETE);

    assertThatThrownBy(() -> engine.start("acme", "work-orders", SyncMode.INCREMENTAL))
        .isInstanceOfSatisfying(
            SyncRunningException.class, e -> assertThat(e.runId()).contains(first.id()));
    gate.countDown();
    ended("work-orders", 1);
  }

  /** Starts a run; the engine forgets the one before a moment after its end was noted. */
  private void begin(String resource, int number, Runnable start) {
    soon()
        .ignoreException(SyncRunningException.class)
        .until(
            () -> {
              if (runs.of(resource).size() < number) {
                start.run();
              }
              return runs.of(resource).size() >= number;
            });
  }

  /** The run of this number, from 1, when it has ended. */
  private SyncRun ended(String resource, int number) {
    soon()
        .until(
            () ->
                runs.of(resource).size() >= number
                    && runs.of(resource).get(number - 1).endedAt() != null);
    return runs.of(resource).get(number - 1);
  }

  private static ConditionFactory soon() {
    return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
  }
}
