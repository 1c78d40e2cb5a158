package dev.camelentrata.accounting.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.HeldEntry;
import dev.camelentrata.database.DatabaseFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A month that agrees, and what is found when somebody tampers with it. */
class ReconcilerIT {

  @RegisterExtension static final DatabaseFixture DATABASE = new DatabaseFixture();

  private ReconcileHouse house;

  @BeforeEach
  void open(TestInfo test) {
    house =
        new ReconcileHouse(
            DATABASE, test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT));
    house.month();
    house.post();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void findsNothingInACleanMonth() {
    Reconciliation run = house.reconcile();

    assertThat(run.error()).isNull();
    assertThat(run.state()).isEqualTo(ReconciliationState.MATCHED);
    assertThat(run.steps())
        .extracting(StepResult::state)
        .containsOnly(StepResult.State.DONE)
        .hasSize(4);
    for (StepResult step : run.steps()) {
      assertThat(step.total().expected().same(step.total().found())).isTrue();
      assertThat(step.properties()).containsOnlyKeys("1001", "1002");
    }
    assertThat(run.steps().get(0).total().expected().count()).isEqualTo(180);
    assertThat(run.steps().get(1).total().expected().count()).isEqualTo(120);
    assertThat(run.steps().get(2).total().expected().count()).isEqualTo(120);
    assertThat(house.open()).isEmpty();
    assertThat(house.events()).isEmpty();
  }

  @Test
  void namesExactlyTheFourThatWereTamperedWith() {
    assertThat(house.reconcile().state()).isEqualTo(ReconciliationState.MATCHED);
    HeldEntry deleted = house.books.delete(3);
    HeldEntry doubled = house.books.held.get(10);
    house.books.held.add(
        new HeldEntry("je-double", doubled.docNumber(), doubled.date(), doubled.lines()));
    HeldEntry altered = house.books.held.get(20);
    house.books.change(altered.docNumber(), each -> FakeBooks.altered(each, "0.01"));
    house.clock.forward(Duration.ofDays(1));
    house.tx("late", "1001", "charge", "parking-permit-fee", "2026-11-05", "45.00");
    house.post();

    Reconciliation run = house.reconcile();

    assertThat(run.state()).isEqualTo(ReconciliationState.VARIANCES);
    assertThat(house.open())
        .extracting(v -> v.step().slug() + " " + v.kind().slug() + " " + about(v))
        .containsExactlyInAnyOrder(
            "postings-system missing " + deleted.docNumber(),
            "postings-system duplicate " + doubled.docNumber(),
            "postings-system amount " + altered.docNumber(),
            "mirror-postings date late");
    assertThat(house.open())
        .extracting(Variance::detail)
        .anyMatch(text -> text.contains("is not in QuickBooks (Oak Books)"))
        .anyMatch(text -> text.contains("2 times; too many: je-double"))
        .anyMatch(text -> text.matches("Entry .*: account \\d+ has .*, not .*"))
        .anyMatch(
            text ->
                text.startsWith("Back-dated: charge late of 45.00 is posted on 2026-11-05")
                    && text.contains("after that day had been reconciled"));
    assertThat(run.found()).isEqualTo(4);
    assertThat(house.events()).containsOnly("variance.found").hasSize(4);
  }

  private static String about(Variance variance) {
    return variance.docNumber() != null ? variance.docNumber() : variance.transactionIds().get(0);
  }

  @Test
  void tellsOfABackDatedChargeOnceThoughItIsNotPostedYet() {
    house.reconcile();
    house.clock.forward(Duration.ofDays(1));
    house.tx("late", "1001", "charge", "parking-permit-fee", "2026-11-05", "45.00");

    house.reconcile();

    assertThat(house.open())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.kind()).isEqualTo(VarianceKind.DATE);
              assertThat(each.detail()).endsWith("It is not in the journal yet.");
              assertThat(each.evidence()).contains("reconciledAt", "\"posted\": false");
            });
  }

  @Test
  void tellsOfAChargeThatWasMovedToAnEarlierDayOnce() {
    house.sql(
        """
        insert into event (id, type, company, property_id, entity, entity_id, sequence, occurred_at,
          before, after)
        values ('evt_%s', 'ledger_transaction.updated', '%s', '1001', 'ledger-transaction',
          'r1001-20', 1, now(), '{"postedOn": "2026-11-20"}', '{"postedOn": "2026-11-04"}')
        """
            .formatted(house.company, house.company));
    house.clock.forward(Duration.ofDays(1));
    house.tx("r1001-20", "1001", "charge", "base-rent", "2026-11-04", "900.30");

    house.reconcile();

    assertThat(house.open())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.detail())
                    .contains("is posted on 2026-11-04, but was first posted on 2026-11-20"));
  }

  @Test
  void keepsWhatIsExplainedUntilItDiffersByMore() {
    String doc = house.books.held.get(5).docNumber();
    house.books.change(doc, each -> FakeBooks.altered(each, "0.01"));
    house.reconcile();
    Variance found = house.open().get(0);
    house.variances.explain(house.viewer, found.id(), "rounded by the bookkeeper");

    Reconciliation again = house.reconcile();

    assertThat(again.state()).isEqualTo(ReconciliationState.MATCHED);
    assertThat(again.explained()).isEqualTo(1);
    Variance same = house.variances.find(house.viewer, found.id()).orElseThrow();
    assertThat(same.state()).isEqualTo(VarianceState.EXPLAINED);
    assertThat(same.explanation()).isEqualTo("rounded by the bookkeeper");
    assertThat(same.firstSeenIn()).isNotEqualTo(same.lastSeenIn());

    house.books.change(doc, each -> FakeBooks.altered(each, "7.00"));
    assertThat(house.reconcile().state()).isEqualTo(ReconciliationState.VARIANCES);
    assertThat(house.open()).extracting(Variance::id).containsExactly(found.id());
    assertThat(house.events()).containsExactly("variance.found", "variance.found");
  }

  @Test
  void resolvesByItselfWhatIsGone() {
    HeldEntry deleted = house.books.delete(0);
    house.reconcile();
    Variance found = house.open().get(0);
    house.books.held.add(deleted);

    Reconciliation again = house.reconcile();

    assertThat(again.resolved()).isEqualTo(1);
    assertThat(house.open()).isEmpty();
    assertThat(house.variances.find(house.viewer, found.id()).orElseThrow().resolvedAt())
        .isNotNull();
    assertThat(house.events()).containsExactly("variance.found", "variance.resolved");
    assertThat(house.variances.explain(house.viewer, found.id(), "too late")).isEmpty();
  }

  @Test
  void repairsWhatIsMissingAndSafeAndNothingElse() {
    HeldEntry deleted = house.books.delete(2);
    HeldEntry altered = house.books.held.get(9);
    house.books.change(altered.docNumber(), each -> FakeBooks.altered(each, "0.01"));
    house.reconcile();
    Variance missing = of(VarianceKind.MISSING);
    Variance amount = of(VarianceKind.AMOUNT);

    assertThatThrownBy(() -> house.variances.repair(house.viewer, amount.id()))
        .isInstanceOf(NotRepairableException.class)
        .hasMessageContaining("Correct the entry in the accounting system itself");
    house.books.resends = false;
    assertThatThrownBy(() -> house.variances.repair(house.viewer, missing.id()))
        .hasMessageContaining("on its way");
    house.books.resends = true;
    house.books.resent.clear();
    assertThat(house.variances.repair(house.viewer, missing.id()).orElseThrow().repairedIn())
        .isEqualTo(missing.lastSeenIn());
    assertThatThrownBy(() -> house.variances.repair(house.viewer, missing.id()))
        .hasMessageContaining("sent once more already");
    assertThat(house.books.resent)
        .singleElement()
        .satisfies(each -> assertThat(each.docNumber()).isEqualTo(deleted.docNumber()));

    house.books.held.add(deleted);
    assertThatThrownBy(() -> house.variances.repair(house.viewer, missing.id()))
        .hasMessageContaining("holds the entry by now");
  }

  private Variance of(VarianceKind kind) {
    return house.open().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void repairsAtOnceWhereThatIsAskedFor() {
    house.books.delete(2);

    Reconciliation run = house.reconcile(null, true);

    assertThat(run.repaired()).isEqualTo(1);
    assertThat(house.books.resent).hasSize(1);
  }

  @Test
  void failsAStepWithoutLosingTheOthersAndResolvesNothingOfIt() {
    house.books.delete(2);
    house.reconcile();
    house.books.state = Connection.State.BROKEN;
    house.portal.readable = false;

    Reconciliation run = house.reconcile();

    assertThat(run.state()).isEqualTo(ReconciliationState.FAILED);
    assertThat(run.error()).contains("connect anew");
    assertThat(run.steps())
        .extracting(StepResult::state)
        .containsExactly(
            StepResult.State.SKIPPED,
            StepResult.State.DONE,
            StepResult.State.FAILED,
            StepResult.State.DONE);
    assertThat(house.open()).hasSize(1);
  }

  @Test
  void makesOneAtATimeAndTakesOverFromADeadProcess() {
    RunRows runs = new RunRows(house.rows, house.clock);
    Scope scope =
        new Scope(house.company, List.of("1001"), false, ReconcileHouse.FIRST, ReconcileHouse.LAST);
    Reconciliation dead =
        runs.begin(scope, "request", false, "somebody", Duration.ofMinutes(1)).orElseThrow();

    assertThatThrownBy(
            () ->
                house.engine.start(
                    house.viewer,
                    new ReconciliationOrder(
                        ReconcileHouse.FIRST, ReconcileHouse.LAST, null, false)))
        .isInstanceOfSatisfying(
            ReconciliationRunningException.class,
            running -> assertThat(running.reconciliationId()).isEqualTo(dead.id()));

    house.clock.forward(Duration.ofMinutes(5));
    assertThat(house.reconcile().state()).isEqualTo(ReconciliationState.MATCHED);
    Reconciliation gone = house.engine.find(house.viewer, dead.id()).orElseThrow();
    assertThat(gone.state()).isEqualTo(ReconciliationState.FAILED);
    assertThat(gone.error()).contains("is gone; start it again");
  }

  @Test
  void reconcilesYesterdayAtTheProperties() {
    house.clock.forward(
        Duration.between(house.clock.instant(), Instant.parse("2026-11-28T05:00:00Z")));

    house.engine.nightly();

    Reconciliation run = house.engine.list(house.viewer, null, null, 1).get(0);
    assertThat(run.trigger()).isEqualTo("nightly");
    assertThat(run.scope().first()).isEqualTo("2026-11-26");
    assertThat(run.scope().last()).isEqualTo("2026-11-26");
    assertThat(run.state()).isEqualTo(ReconciliationState.MATCHED);
  }
}
