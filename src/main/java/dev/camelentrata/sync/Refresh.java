package dev.camelentrata.sync;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.resource.Resource;

/** Brings parts of the mirror up to the portal when a reader demands it. */
public interface Refresh {

  /**
   * Reads the scope from the portal and writes it into the mirror. Callers at the same time share
   * one reading, but never one that had begun before they asked.
   *
   * @param portalSessionId the reader's own session, used where the company has no account for it
   * @throws dev.camelentrata.portal.PortalException if the portal does not give it
   */
  void refresh(MirrorScope scope, String portalSessionId);

  /**
   * The same, but where the portal lists what was changed since the scope was last read, only that
   * is read; what was removed is then not noticed.
   *
   * @throws dev.camelentrata.portal.PortalException if the portal does not give it
   */
  void refreshChanges(MirrorScope scope, String portalSessionId);

  /**
   * Looks one thing up in the portal, as the reader, and refreshes the scope that it is in.
   *
   * @throws dev.camelentrata.portal.PortalException {@code not-found} if the portal has no such
   */
  void refreshOne(String company, Resource resource, String id, String portalSessionId);
}
