package dev.camelentrata.portal.write;

import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.replay.PortalForms;
import dev.camelentrata.portal.session.SessionJar;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Gets a new CSRF token, once in a write, when the portal refuses a call and its pages show another
 * one than we have.
 */
final class CsrfRenewal {

  private final PortalForms http;
  private final PortalCompany company;
  private final PortalMap map;
  private final SessionJar jar;
  private boolean tried;

  CsrfRenewal(PortalForms http, PortalCompany company, PortalMap map, SessionJar jar) {
    this.http = http;
    this.company = company;
    this.map = map;
    this.jar = jar;
  }

  /** Calls, and once more with a new token if that may help. */
  <T> T healing(Supplier<T> call) {
    try {
      return call.get();
    } catch (PortalException e) {
      if (e.problem() == PortalProblem.NOT_ENTITLED && renewed()) {
        return call.get();
      }
      throw e;
    }
  }

  private boolean renewed() {
    PortalMap.Session session = map.session();
    if (tried || session.csrf() == null) {
      return false;
    }
    tried = true;
    String before = jar.csrf();
    String token =
        new PlacePlan(new PortalMap.Place(session.csrf(), session.csrfAttribute()))
            .in(http.send(company, map, map.entitlements().request(), Map.of(), jar).html());
    if (token == null || token.isEmpty() || token.equals(before)) {
      return false;
    }
    jar.renewCsrf(token);
    return true;
  }
}
