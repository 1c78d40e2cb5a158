package dev.camelentrata.portal.session;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.map.PortalMap;

/** The portal's own calls that keep a session and end it. */
public interface SessionCalls {

  /** Tells the portal that the session is still wanted. */
  void keepAlive(PortalCompany company, PortalMap map, SessionJar jar);

  /** Ends the session in the portal; nothing happens if the portal has no call for it. */
  void logout(PortalCompany company, PortalMap map, SessionJar jar);
}
