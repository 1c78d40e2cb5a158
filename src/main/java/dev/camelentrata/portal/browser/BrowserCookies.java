package dev.camelentrata.portal.browser;

import dev.camelentrata.portal.session.PortalCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hands cookies from a browser to a session jar and back, HttpOnly ones included. */
public final class BrowserCookies {

  private final Browser browser;

  public BrowserCookies(Browser browser) {
    this.browser = browser;
  }

  /** All cookies that the browser holds. */
  public List<PortalCookie> all() {
    List<PortalCookie> cookies = new ArrayList<>();
    for (Object each : (List<?>) browser.cdp("Storage.getCookies", Map.of()).get("cookies")) {
      Map<?, ?> cookie = (Map<?, ?>) each;
      boolean untilEnd = Boolean.TRUE.equals(cookie.get("session"));
      cookies.add(
          new PortalCookie(
              (String) cookie.get("name"),
              (String) cookie.get("value"),
              (String) cookie.get("domain"),
              (String) cookie.get("path"),
              Boolean.TRUE.equals(cookie.get("secure")),
              Boolean.TRUE.equals(cookie.get("httpOnly")),
              untilEnd ? null : ((Number) cookie.get("expires")).longValue()));
    }
    return cookies;
  }

  /** Makes these the only cookies of the browser. */
  void replace(List<PortalCookie> cookies, URI portal) {
    browser.cdp("Storage.clearCookies", Map.of());
    if (!cookies.isEmpty()) {
      browser.cdp(
          "Storage.setCookies",
          Map.of("cookies", cookies.stream().map(c -> parameter(c, portal)).toList()));
    }
  }

  private static Map<String, Object> parameter(PortalCookie cookie, URI portal) {
    Map<String, Object> parameter = new HashMap<>();
    parameter.put("name", cookie.name());
    parameter.put("value", cookie.value());
    parameter.put("path", cookie.path() == null ? "/" : cookie.path());
    parameter.put("secure", cookie.secure());
    parameter.put("httpOnly", cookie.httpOnly());
    String domain = cookie.domain();
    if (domain != null && domain.startsWith(".")) {
      parameter.put("domain", domain);
    } else {
      String host = domain == null || domain.isEmpty() ? portal.getHost() : domain;
      boolean https = cookie.secure() || "https".equals(portal.getScheme());
      parameter.put("url", (https ? "https" : "http") + "://" + host + "/");
    }
    if (cookie.expires() != null) {
      parameter.put("expires", cookie.expires());
    }
    return parameter;
  }
}
