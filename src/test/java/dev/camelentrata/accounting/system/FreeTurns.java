package dev.camelentrata.accounting.system;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Turns without end, unless the system itself refused one; remembers what was taken. */
public final class FreeTurns implements CallLimiter {

  private final SystemLimits limits;
  private final Clock clock;
  final List<CallKind> taken = new ArrayList<>();
  private int batches = Integer.MAX_VALUE;
  private Turn.NotBefore shut;

  FreeTurns(SystemLimits limits) {
    this(limits, Clock.systemUTC());
  }

  public FreeTurns(SystemLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** So many batches and no more. */
  synchronized void allowBatches(int most) {
    batches = most;
  }

  public synchronized void open() {
    shut = null;
  }

  @Override
  public synchronized Turn take(List<CallKind> kinds, Duration patience) {
    if (shut != null) {
      return shut;
    }
    CallKind kind = kinds.get(0);
    if (kind == CallKind.BATCH && batches-- <= 0) {
      kind = kinds.get(1);
    }
    taken.add(kind);
    return new Free(kind);
  }

  @Override
  public SystemLimits limits() {
    return limits;
  }

  private final class Free implements Turn.Granted {

    private final CallKind kind;

    private Free(CallKind kind) {
      this.kind = kind;
    }

    @Override
    public CallKind kind() {
      return kind;
    }

    @Override
    public void refused(Duration wait, String reason) {
      synchronized (FreeTurns.this) {
        shut = new Turn.NotBefore(clock.instant().plus(wait), reason);
      }
    }

    @Override
    public void remaining(Duration window, int calls) {
      // Nobody else uses these books.
    }

    @Override
    public void close() {
      // Nothing is counted.
    }
  }
}
