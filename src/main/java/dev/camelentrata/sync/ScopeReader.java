package dev.camelentrata.sync;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.mirror.WriteResult;
import dev.camelentrata.resource.Resource;

/** Reads a scope from the portal and writes it into the mirror. Safe for use by many threads. */
interface ScopeReader {

  /**
   * Reads as this portal session.
   *
   * @param complete whether what the session sees is all there is
   * @param runId the sync run; null for a refresh
   */
  WriteResult read(MirrorScope scope, String portalSessionId, boolean complete, String runId);

  /** The property of one thing, as this portal session sees it; null for things of the company. */
  String propertyOf(Resource resource, String id, String portalSessionId);
}
