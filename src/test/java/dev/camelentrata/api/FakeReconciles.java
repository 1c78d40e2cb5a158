package dev.camelentrata.api;

import dev.camelentrata.accounting.reconcile.Figure;
import dev.camelentrata.accounting.reconcile.ReconcileStep;
import dev.camelentrata.accounting.reconcile.Reconciliation;
import dev.camelentrata.accounting.reconcile.ReconciliationOrder;
import dev.camelentrata.accounting.reconcile.ReconciliationRunningException;
import dev.camelentrata.accounting.reconcile.ReconciliationState;
import dev.camelentrata.accounting.reconcile.Reconciliations;
import dev.camelentrata.accounting.reconcile.Scope;
import dev.camelentrata.accounting.reconcile.StepResult;
import dev.camelentrata.mirror.Viewer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** One reconciliation in memory. */
final class FakeReconciles implements Reconciliations {

  static final Instant AT = Instant.parse("2026-11-28T08:00:00Z");

  final List<ReconciliationOrder> orders = new ArrayList<>();
  boolean running;

  void reset() {
    orders.clear();
    running = false;
  }

  private static Reconciliation run() {
    TreeMap<String, StepResult.Sides> properties = new TreeMap<>();
    Figure figure = new Figure(3, new BigDecimal("2700.0300"));
    properties.put("1001", new StepResult.Sides(figure, figure));
    properties.put("", new StepResult.Sides(Figure.NONE, figure));
    return new Reconciliation(
        "rec_1",
        new Scope(
            "sandbox",
            List.of("1001"),
            false,
            LocalDate.parse("2026-11-27"),
            LocalDate.parse("2026-11-27")),
        1,
        "request",
        false,
        ReconciliationState.VARIANCES,
        AT,
        AT.plusSeconds(3),
        7,
        null,
        "USD",
        List.of(
            new StepResult(
                ReconcileStep.POSTINGS_SYSTEM,
                "acn_1",
                StepResult.State.DONE,
                null,
                1,
                properties)),
        1,
        0,
        0,
        0,
        null);
  }

  @Override
  public Reconciliation start(Viewer viewer, ReconciliationOrder order) {
    if (running) {
      throw new ReconciliationRunningException("rec_1");
    }
    orders.add(order);
    return run();
  }

  @Override
  public List<Reconciliation> list(
      Viewer viewer, ReconciliationState state, Long before, int limit) {
    return List.of(run());
  }

  @Override
  public Optional<Reconciliation> find(Viewer viewer, String id) {
    return Optional.of(run()).filter(each -> each.id().equals(id));
  }
}
