package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionJar;

/** Sends forms to the portal besides reading from it. Safe for use by many threads. */
public interface PortalForms extends PortalHttp {

  /**
   * Sends a call that may change something, once. An answer with a status of 400, 409 or 422 is
   * given back too: portals put their words for wrong input there.
   *
   * @throws dev.camelentrata.portal.PortalException if the portal certainly did not take the call
   * @throws UnansweredException if it may have taken it
   * @throws dev.camelentrata.portal.session.SessionLostException if the session is gone; whether it
   *     took the call before is not known
   * @throws java.io.UncheckedIOException if the file that is to be sent cannot be read
   */
  Response submit(PortalCompany company, PortalMap map, FormCall call, SessionJar jar);
}
