package dev.camelentrata.portal.browser;

import java.util.Locale;

/** Which cookie domains a portal's host belongs to (RFC 6265, section 5.1.3). */
final class PortalDomain {

  private PortalDomain() {}

  static boolean contains(String host, String cookieDomain) {
    String domain = cookieDomain.toLowerCase(Locale.ROOT);
    String name = host.toLowerCase(Locale.ROOT);
    if (!domain.startsWith(".")) {
      return name.equals(domain);
    }
    return name.equals(domain.substring(1)) || name.endsWith(domain);
  }
}
