package dev.camelentrata.sync;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.WriteResult;
import dev.camelentrata.resource.Resource;

/** Reads a scope from the portal and writes it into the mirror. Safe for use by many threads. */
interface ScopeReader {

  /**
   * Reads as this portal session.
   *
   * @param extent how much of it; all only if what the session sees is all there is
   * @param runId the sync run; null for a refresh
   */
  WriteResult read(MirrorScope scope, String portalSessionId, Extent extent, String runId);

  /** Reads many scopes completely by one report; if that fails, some may have been written. */
  void readReport(ReportOrder order);

  /** The property of one thing, as this portal session sees it; null for things of the company. */
  String propertyOf(Resource resource, String id, String portalSessionId);
}
