package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.session.PortalCookie;
import dev.camelentrata.portal.session.SessionJar;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Chooses the cookies of a jar that go with a call, as RFC 6265, section 5.4, says. */
final class CookieHeader {

  private CookieHeader() {}

  /** The header's value; empty if no cookie fits. */
  static String of(SessionJar jar, URI to, Instant now) {
    boolean secure = "https".equals(to.getScheme());
    String path = to.getPath() == null || to.getPath().isEmpty() ? "/" : to.getPath();
    return jar.cookies().stream()
        .filter(c -> c.expires() == null || c.expires() > now.getEpochSecond())
        .filter(c -> secure || !c.secure())
        .filter(c -> fitsHost(c.domain(), to.getHost()))
        .filter(c -> fitsPath(c.path(), path))
        .sorted(Comparator.comparingInt(CookieHeader::pathLength).reversed())
        .map(c -> c.name() + "=" + c.value())
        .collect(Collectors.joining("; "));
  }

  /** A domain that begins with a dot is good for the hosts below it, any other for itself only. */
  static boolean fitsHost(String domain, String host) {
    if (domain == null || domain.isEmpty() || domain.equalsIgnoreCase(host)) {
      return true;
    }
    String dotted = domain.toLowerCase(Locale.ROOT);
    return dotted.startsWith(".") && ("." + host.toLowerCase(Locale.ROOT)).endsWith(dotted);
  }

  private static boolean fitsPath(String cookiePath, String path) {
    if (cookiePath == null || cookiePath.equals("/") || cookiePath.equals(path)) {
      return true;
    }
    return path.startsWith(cookiePath.endsWith("/") ? cookiePath : cookiePath + "/");
  }

  private static int pathLength(PortalCookie cookie) {
    return cookie.path() == null ? 0 : cookie.path().length();
  }
}
