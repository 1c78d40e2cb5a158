package dev.camelentrata.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.SettableClock;
import dev.camelentrata.mirror.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSyncRunsIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final Duration DEAD_AFTER = Duration.ofMinutes(5);

  private final SettableClock clock = new SettableClock(START);
  private SyncRuns runs;

  @BeforeEach
  void noRuns() throws SQLException {
    try (Connection owner = DATABASE.ownerConnection();
        Statement sql = owner.createStatement()) {
      sql.execute("truncate sync_run, sync_due");
    }
    runs = new PostgresSyncRuns(DATABASE.dataSource(), clock);
  }

  @Test
  void addsUpWhatScopesGave() {
    SyncRun run = begin("units", 2);
    assertThat(run.state()).isEqualTo("running");
    assertThat(run.startedAt()).isEqualTo(START);
    runs.done(run.id(), new WriteResult(120, 3, 2, 1, false));
    SyncRun second = runs.done(run.id(), new WriteResult(80, 1, 1, 1, false));
    assertThat(runs.find("acme", run.id())).contains(second);
    clock.forward(Duration.ofSeconds(10));
    assertThat(runs.end(run.id()))
        .isEqualTo(
            new SyncRun(
                run.id(),
                "acme",
                "units",
                "schedule",
                "complete",
                "replay",
                "succeeded",
                START,
                START.plusSeconds(10),
                2,
                2,
                200,
                4,
                3,
                2,
                List.of(),
                List.of(),
                List.of()));
  }

  @Test
  void isPartialWhenSomethingIsMissing() {
    SyncRun run = begin("units", 2);
    runs.done(run.id(), new WriteResult(1, 0, 0, 0, false));
    runs.missed(run.id(), "11", "the portal was down\0");
    runs.missed(run.id(), "11", "x".repeat(10_000));
    SyncRun ended = runs.end(run.id());
    assertThat(ended.state()).isEqualTo("partial");
    assertThat(ended.missing()).containsExactly("11");
    assertThat(ended.errors()).containsExactly("the portal was down ", "x".repeat(500));
  }

  @Test
  void isPartialWhenAScopeWasNeverTried() {
    SyncRun run = begin("units", 2);
    runs.done(run.id(), new WriteResult(1, 0, 0, 0, false));
    assertThat(runs.end(run.id()).state()).isEqualTo("partial");
  }

  @Test
  void hasFailedWhenNothingCouldBeRead() {
    SyncRun run = begin("users", 1);
    runs.missed(run.id(), null, "not entitled");
    SyncRun ended = runs.end(run.id());
    assertThat(ended.state()).isEqualTo("failed");
    assertThat(ended.missing()).isEmpty();
  }

  @Test
  void beginsOneOfAKindAtATime() {
    List<SyncRun> begun =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> tryToBegin("acme", "units")))
            .limit(8)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .flatMap(Optional::stream)
            .toList();
    assertThat(begun).hasSize(1);
    assertThat(tryToBegin("acme", "leases")).isPresent();
    assertThat(tryToBegin("other", "units")).isPresent();
    runs.end(begun.get(0).id());
    assertThat(tryToBegin("acme", "units")).isPresent();
  }

  @Test
  void endsRunsWhoseProcessIsGone() {
    SyncRun dead = begin("units", 2);
    clock.forward(Duration.ofMinutes(3));
    runs.done(dead.id(), new WriteResult(1, 0, 0, 0, false));
    clock.forward(Duration.ofMinutes(4));
    assertThat(tryToBegin("acme", "units")).isEmpty();
    clock.forward(Duration.ofMinutes(2));
    assertThat(tryToBegin("acme", "units")).isPresent();
    SyncRun ended = runs.find("acme", dead.id()).orElseThrow();
    assertThat(ended.state()).isEqualTo("failed");
    assertThat(ended.errors()).containsExactly("The process that ran it is gone.");
    assertThat(runs.done(dead.id(), new WriteResult(9, 9, 9, 9, false))).isEqualTo(ended);
    assertThat(runs.end(dead.id())).isEqualTo(ended);
  }

  @Test
  void listsTheLatestFirst() {
    String first = begin("units", 1).id();
    runs.end(first);
    clock.forward(Duration.ofMinutes(1));
    String second = begin("leases", 1).id();
    clock.forward(Duration.ofMinutes(1));
    String third = begin("units", 1).id();
    assertThat(ids("acme", null, null, null)).containsExactly(third, second, first);
    assertThat(ids("acme", "units", null, null)).containsExactly(third, first);
    assertThat(ids("acme", null, "running", null)).containsExactly(third, second);
    assertThat(ids("acme", null, null, second)).containsExactly(first);
    assertThat(ids("other", null, null, null)).isEmpty();
    assertThat(runs.find("other", first)).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchRun() {
    assertThatThrownBy(() -> runs.end("run_0"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("there is no sync run run_0");
  }

  @Test
  void readsChangesOnlyAfterACompleteRunThatSucceeded() {
    assertThat(runs.changesSince("acme", "units")).isEmpty();
    SyncRun partial = begin("units", 1);
    runs.end(partial.id());
    assertThat(runs.changesSince("acme", "units")).isEmpty();
    clock.forward(Duration.ofMinutes(1));
    succeed(new SyncPlan(SyncMode.COMPLETE, true));
    assertThat(runs.changesSince("acme", "units")).contains(START.plusSeconds(60));
    clock.forward(Duration.ofMinutes(1));
    SyncRun changes = succeed(new SyncPlan(SyncMode.INCREMENTAL, false));
    assertThat(changes.mode()).isEqualTo("incremental");
    assertThat(runs.changesSince("acme", "units")).contains(START.plusSeconds(120));
    assertThat(runs.changesSince("other", "units")).isEmpty();
    assertThat(runs.changesSince("acme", "leases")).isEmpty();
  }

  @Test
  void owesACompleteRunUntilOneSucceeds() {
    succeed(new SyncPlan(SyncMode.COMPLETE, false));
    clock.forward(Duration.ofMinutes(1));
    runs.owe("acme", "units");
    assertThat(runs.changesSince("acme", "units")).isEmpty();
    clock.forward(Duration.ofMinutes(1));
    succeed(new SyncPlan(SyncMode.INCREMENTAL, false));
    runs.end(begin("units", 2).id());
    assertThat(runs.changesSince("acme", "units")).isEmpty();
    clock.forward(Duration.ofMinutes(1));
    succeed(new SyncPlan(SyncMode.COMPLETE, false));
    assertThat(runs.changesSince("acme", "units")).contains(START.plusSeconds(180));
  }

  @Test
  void notesThatReplayStandsInForAReportAndSucceedsNonetheless() {
    SyncRun run = begin("units", new SyncPlan(SyncMode.COMPLETE, true), 1);
    assertThat(run.strategy()).isEqualTo("report");
    SyncRun noted = runs.fellBack(run.id(), "the report failed");
    assertThat(noted.strategy()).isEqualTo("replay");
    assertThat(noted.notes()).containsExactly("the report failed");
    runs.done(run.id(), new WriteResult(1, 0, 0, 0, false));
    assertThat(runs.end(run.id()).state()).isEqualTo("succeeded");
  }

  private SyncRun succeed(SyncPlan plan) {
    SyncRun run = begin("units", plan, 1);
    runs.done(run.id(), new WriteResult(1, 0, 0, 0, false));
    return runs.end(run.id());
  }

  private SyncRun begin(String resource, int scopes) {
    return begin(resource, new SyncPlan(SyncMode.COMPLETE, false), scopes);
  }

  private SyncRun begin(String resource, SyncPlan plan, int scopes) {
    return runs.begin("acme", resource, "schedule", plan, scopes, DEAD_AFTER).orElseThrow();
  }

  private Optional<SyncRun> tryToBegin(String company, String resource) {
    return runs.begin(
        company, resource, "request", new SyncPlan(SyncMode.COMPLETE, false), 1, DEAD_AFTER);
  }

  private List<String> ids(String company, String resource, String state, String before) {
    return runs.list(company, resource, state, before, 10).stream().map(SyncRun::id).toList();
  }
}
