package dev.camelentrata.api;

import dev.camelentrata.accounting.reconcile.Figure;
import dev.camelentrata.accounting.reconcile.Reconciliation;
import dev.camelentrata.accounting.reconcile.StepResult;
import dev.camelentrata.model.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A reconciliation as the API shows it.
 *
 * @param looked how many things were looked at so far
 * @param step what is being done; null when it has ended
 * @param variances how many are open, explained and gone after it
 * @param repaired entries that were sent once more
 */
record ReconciliationView(
    String id,
    String state,
    LocalDate from,
    LocalDate to,
    List<String> propertyIds,
    String trigger,
    boolean repair,
    Instant startedAt,
    Instant endedAt,
    long looked,
    String step,
    List<Step> steps,
    Counts variances,
    int repaired,
    String error) {

  /** Of the variances. */
  record Counts(int open, int explained, int resolved) {}

  /** How many, and how much. */
  record Sum(long count, Money amount) {

    static Sum of(Figure figure, String currency) {
      BigDecimal amount = figure.amount().stripTrailingZeros();
      return new Sum(figure.count(), new Money(amount, currency));
    }
  }

  /** Both sides of one property; of no known one if its id is null. */
  record Sides(String propertyId, Sum expected, Sum found) {}

  /**
   * What one step compared.
   *
   * @param properties only where one reconciliation is asked for, else null
   */
  record Step(
      String step,
      String connectionId,
      String state,
      String reason,
      int variances,
      Sum expected,
      Sum found,
      List<Sides> properties) {}

  /** One reconciliation, in the same shape as a list's {@code data}. */
  record One(ReconciliationView data) {}

  static ReconciliationView listed(Reconciliation run) {
    return of(run, false);
  }

  static One one(Reconciliation run) {
    return new One(of(run, true));
  }

  private static ReconciliationView of(Reconciliation run, boolean properties) {
    return new ReconciliationView(
        run.id(),
        run.state().slug(),
        run.scope().first(),
        run.scope().last(),
        run.scope().propertyIds(),
        run.trigger(),
        run.repair(),
        run.startedAt(),
        run.endedAt(),
        run.done(),
        run.progress(),
        run.steps().stream().map(each -> step(each, run.currency(), properties)).toList(),
        new Counts(run.found(), run.explained(), run.resolved()),
        run.repaired(),
        run.error());
  }

  private static Step step(StepResult step, String currency, boolean properties) {
    StepResult.Sides total = step.total();
    return new Step(
        step.step().slug(),
        step.connectionId(),
        step.state().name().toLowerCase(Locale.ROOT),
        step.reason(),
        step.variances(),
        Sum.of(total.expected(), currency),
        Sum.of(total.found(), currency),
        properties
            ? step.properties().entrySet().stream().map(each -> sides(each, currency)).toList()
            : null);
  }

  private static Sides sides(Map.Entry<String, StepResult.Sides> property, String currency) {
    return new Sides(
        property.getKey().isEmpty() ? null : property.getKey(),
        Sum.of(property.getValue().expected(), currency),
        Sum.of(property.getValue().found(), currency));
  }

  static ApiException notFound() {
    return ApiException.of(
        ProblemType.NOT_FOUND,
        "There is no such reconciliation, or it is of properties that you do not see; GET"
            + " /reconciliations lists them.");
  }
}
