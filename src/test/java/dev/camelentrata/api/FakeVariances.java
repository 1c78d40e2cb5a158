package dev.camelentrata.api;

import dev.camelentrata.accounting.reconcile.Figure;
import dev.camelentrata.accounting.reconcile.NotRepairableException;
import dev.camelentrata.accounting.reconcile.ReconcileStep;
import dev.camelentrata.accounting.reconcile.Variance;
import dev.camelentrata.accounting.reconcile.VarianceKind;
import dev.camelentrata.accounting.reconcile.VarianceQuery;
import dev.camelentrata.accounting.reconcile.VarianceState;
import dev.camelentrata.accounting.reconcile.Variances;
import dev.camelentrata.mirror.Viewer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Variances in memory. */
final class FakeVariances implements Variances {

  private static final Instant AT = FakeReconciles.AT;

  final List<Variance> variances = new ArrayList<>();

  void reset() {
    variances.clear();
  }

  /** A variance that the reconciliation found. */
  String add(String propertyId, VarianceKind kind) {
    return add(propertyId, kind, "Entry CE-1 is not in Xero.", null);
  }

  String add(String propertyId, VarianceKind kind, String detail, String chargeCode) {
    String id = "var_" + (variances.size() + 1);
    variances.add(
        variance(id, propertyId, kind, detail, chargeCode, VarianceState.OPEN, null, null));
    return id;
  }

  private static Variance variance(
      String id,
      String propertyId,
      VarianceKind kind,
      String detail,
      String chargeCode,
      VarianceState state,
      String explanation,
      String repairedIn) {
    return new Variance(
        id,
        "sandbox",
        Long.parseLong(id.substring(4)),
        propertyId,
        ReconcileStep.POSTINGS_SYSTEM,
        kind,
        LocalDate.parse("2026-11-27"),
        "acn_1",
        chargeCode,
        "4010",
        "CE-1",
        "ab",
        List.of("7"),
        new Figure(1, new BigDecimal("900.0100")),
        new Figure(0, new BigDecimal("-0.5000")),
        "USD",
        detail,
        "{\"system\": []}",
        state,
        explanation,
        "rec_1",
        "rec_1",
        AT,
        AT,
        null,
        repairedIn);
  }

  @Override
  public List<Variance> list(Viewer viewer, VarianceQuery query, Long before, int limit) {
    List<Variance> found = new ArrayList<>();
    variances.stream()
        .filter(each -> viewer.propertyIds().contains(each.propertyId()))
        .filter(each -> query.kind() == null || query.kind() == each.kind())
        .filter(each -> before == null || each.sequence() < before)
        .forEach(each -> found.add(0, each));
    return found.subList(0, Math.min(limit, found.size()));
  }

  @Override
  public Optional<Variance> explain(Viewer viewer, String id, String explanation) {
    return find(viewer, id)
        .filter(each -> each.kind() != VarianceKind.EXTRA)
        .map(
            each ->
                replace(
                    variance(
                        id,
                        each.propertyId(),
                        each.kind(),
                        each.detail(),
                        each.chargeCode(),
                        explanation == null ? VarianceState.OPEN : VarianceState.EXPLAINED,
                        explanation,
                        null)));
  }

  @Override
  public Optional<Variance> repair(Viewer viewer, String id) {
    return find(viewer, id)
        .map(
            each -> {
              if (each.kind() != VarianceKind.MISSING) {
                throw new NotRepairableException("Correct the entry in the accounting system.");
              }
              return replace(
                  variance(
                      id,
                      each.propertyId(),
                      each.kind(),
                      each.detail(),
                      each.chargeCode(),
                      each.state(),
                      null,
                      "rec_1"));
            });
  }

  private Variance replace(Variance variance) {
    variances.replaceAll(each -> each.id().equals(variance.id()) ? variance : each);
    return variance;
  }

  @Override
  public Optional<Variance> find(Viewer viewer, String id) {
    return variances.stream()
        .filter(each -> viewer.propertyIds().contains(each.propertyId()))
        .filter(each -> each.id().equals(id))
        .findFirst();
  }
}
