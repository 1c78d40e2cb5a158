package dev.camelentrata.sandbox;

/** An ordered fault and how often it has struck. For one thread only. */
final class Fault {

  private static final int USUAL_SLOWNESS_MILLIS = 2000;

  final int id;
  final FaultOrder order;
  private int passed;
  private int hits;

  Fault(int id, FaultOrder order) {
    this.id = id;
    this.order = order;
  }

  /** Whether it strikes this call; counts the call if it matches. */
  boolean strikes(String module, String action) {
    boolean meant =
        (order.module() == null || order.module().equals(module))
            && (order.action() == null || order.action().equals(action));
    if (!meant || spent()) {
      return false;
    }
    if (order.skip() != null && passed < order.skip()) {
      passed++;
      return false;
    }
    hits++;
    return true;
  }

  boolean spent() {
    return order.times() != null && hits >= order.times();
  }

  FaultKind kind() {
    return order.faultKind();
  }

  int hits() {
    return hits;
  }

  int delayMillis() {
    if (order.delayMillis() != null) {
      return order.delayMillis();
    }
    return kind() == FaultKind.SLOW ? USUAL_SLOWNESS_MILLIS : 0;
  }
}
