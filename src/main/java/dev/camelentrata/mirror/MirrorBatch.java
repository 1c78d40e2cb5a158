package dev.camelentrata.mirror;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What one read of the portal brought.
 *
 * @param asOf when the portal was asked
 * @param runId the sync run; null for a refresh that a reader demanded
 */
public record MirrorBatch(
    MirrorScope scope, List<MirrorItem> items, Coverage covers, Instant asOf, String runId) {

  public MirrorBatch {
    items = List.copyOf(items);
    Objects.requireNonNull(covers, "covers");
  }

  /** All of the scope if complete, else some of it. */
  public MirrorBatch(
      MirrorScope scope, List<MirrorItem> items, boolean complete, Instant asOf, String runId) {
    this(scope, items, complete ? Coverage.ALL : Coverage.SOME, asOf, runId);
  }

  /** Whether it is all there is in the scope. */
  public boolean complete() {
    return covers == Coverage.ALL;
  }
}
