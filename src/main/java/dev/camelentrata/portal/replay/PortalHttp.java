package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.session.SessionJar;
import java.util.Map;

/**
 * Performs calls of the portal map over HTTP within the company's budget. Safe for use by many
 * threads. Throws {@link dev.camelentrata.portal.session.SessionLostException} when the answer says
 * that the session is gone, and {@link dev.camelentrata.portal.PortalException} for everything else
 * that is not a good answer.
 */
public interface PortalHttp {

  /** A good answer of the portal. */
  record Response(int status, String contentType, byte[] body) {}

  Response send(
      PortalCompany company,
      PortalMap map,
      PortalMap.Request request,
      Map<String, String> parameters,
      SessionJar jar);
}
