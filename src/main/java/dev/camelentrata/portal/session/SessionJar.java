package dev.camelentrata.portal.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cookies of one login of one portal session, as the portal keeps changing them. Safe for use
 * by many threads. A re-login makes a new jar; the old one is stale from then on.
 */
public final class SessionJar {

  private final String sessionId;
  private final String company;
  private final int version;
  private final String userAgent;
  private volatile String csrf;
  private final Map<String, PortalCookie> cookies = new LinkedHashMap<>();

  public SessionJar(
      String sessionId,
      String company,
      int version,
      String userAgent,
      String csrf,
      List<PortalCookie> cookies) {
    this.sessionId = sessionId;
    this.company = company;
    this.version = version;
    this.userAgent = userAgent;
    this.csrf = csrf;
    cookies.forEach(this::put);
  }

  public String sessionId() {
    return sessionId;
  }

  public String company() {
    return company;
  }

  /** Which login of the session this is, from 1. */
  public int version() {
    return version;
  }

  public String userAgent() {
    return userAgent;
  }

  /** The CSRF token; null if the portal has none. */
  public String csrf() {
    return csrf;
  }

  /** Takes the token that the portal wants from now on. */
  public void renewCsrf(String token) {
    this.csrf = token;
  }

  /** Adds a cookie, replacing one of the same name and path. */
  public void put(PortalCookie cookie) {
    synchronized (cookies) {
      cookies.put(cookie.name() + ";" + cookie.path(), cookie);
    }
  }

  /** Forgets a cookie. */
  public void remove(PortalCookie cookie) {
    synchronized (cookies) {
      cookies.remove(cookie.name() + ";" + cookie.path());
    }
  }

  /** A copy of the cookies. */
  public List<PortalCookie> cookies() {
    synchronized (cookies) {
      return new ArrayList<>(cookies.values());
    }
  }

  @Override
  public String toString() {
    return "SessionJar[" + sessionId + " v" + version + "]";
  }
}
