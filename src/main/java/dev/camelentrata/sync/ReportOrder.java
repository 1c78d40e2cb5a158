package dev.camelentrata.sync;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.WriteResult;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Scopes of one resource that are to be read by one report.
 *
 * @param done is told of each scope that was written
 */
record ReportOrder(
    List<MirrorScope> scopes,
    String portalSessionId,
    String runId,
    BiConsumer<MirrorScope, WriteResult> done) {

  ReportOrder {
    scopes = List.copyOf(scopes);
  }

  /** The list operation of the scopes' resource. */
  String operation() {
    return scopes.get(0).resource().list();
  }
}
