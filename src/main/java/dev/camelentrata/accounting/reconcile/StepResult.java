package dev.camelentrata.accounting.reconcile;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a step compared.
 *
 * @param connectionId whose books; null for steps that need none
 * @param state {@code done}, {@code skipped} or {@code failed}
 * @param reason why it was skipped or failed; null if it was done
 * @param properties by property; what belongs to none stands under the empty text
 */
public record StepResult(
    ReconcileStep step,
    String connectionId,
    State state,
    String reason,
    int variances,
    SortedMap<String, Sides> properties) {

  /** Whether a step was done. */
  public enum State {
    DONE,
    SKIPPED,
    FAILED
  }

  /** Both sides of a comparison. */
  public record Sides(Figure expected, Figure found) {

    static final Sides NONE = new Sides(Figure.NONE, Figure.NONE);

    Sides plus(Sides other) {
      return new Sides(expected.plus(other.expected), found.plus(other.found));
    }
  }

  static StepResult skipped(ReconcileStep step, String reason) {
    return new StepResult(step, null, State.SKIPPED, reason, 0, new TreeMap<>());
  }

  /** Of all properties together. */
  public Sides total() {
    return properties.values().stream().reduce(Sides.NONE, Sides::plus);
  }
}
