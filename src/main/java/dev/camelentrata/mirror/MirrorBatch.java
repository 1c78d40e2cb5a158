package dev.camelentrata.mirror;

import java.time.Instant;
import java.util.List;

/**
 * What one read of the portal brought.
 *
 * @param complete whether it is all there is in the scope, so that what is missing was removed
 * @param asOf when the portal was asked
 * @param runId the sync run; null for a refresh that a reader demanded
 */
public record MirrorBatch(
    MirrorScope scope, List<MirrorItem> items, boolean complete, Instant asOf, String runId) {

  public MirrorBatch {
    items = List.copyOf(items);
  }
}
