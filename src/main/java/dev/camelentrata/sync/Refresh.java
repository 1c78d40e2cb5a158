package dev.camelentrata.sync;

import dev.camelentrata.mirror.MirrorScope;
import dev.camelentrata.resource.Resource;

/** Brings the mirror up to the portal because a reader asks for it. Safe for many threads. */
public interface Refresh {

  /**
   * Reads the scope from the portal and writes it into the mirror; returns when it is there.
   * However many ask for the same scope at the same time, it is read once.
   *
   * @throws dev.camelentrata.portal.PortalException if the portal cannot be read so
   */
  void refresh(MirrorScope scope, String portalSessionId);

  /**
   * The same for one thing.
   *
   * @throws dev.camelentrata.portal.PortalException also {@code not-found} if the portal has none
   */
  void refreshOne(String company, Resource resource, String id, String portalSessionId);
}
