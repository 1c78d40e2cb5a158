package dev.camelentrata.portal;

import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.replay.PortalHttp;
import dev.camelentrata.portal.session.SessionCalls;
import dev.camelentrata.portal.session.SessionJar;
import dev.camelentrata.portal.session.SessionLostException;
import java.util.Map;

/** Keep-alive and logout as the portal map describes them. */
final class PortalSessionCalls implements SessionCalls {

  private final PortalHttp http;

  PortalSessionCalls(PortalHttp http) {
    this.http = http;
  }

  @Override
  public void keepAlive(PortalCompany company, PortalMap map, SessionJar jar) {
    http.send(company, map, map.session().keepAlive(), Map.of(), jar);
  }

  @Override
  public void logout(PortalCompany company, PortalMap map, SessionJar jar) {
    if (map.session().logout() == null) {
      return;
    }
    try {
      http.send(company, map, map.session().logout(), Map.of(), jar);
    } catch (SessionLostException e) {
      // The portal answers a logout with its login page.
    }
  }
}
