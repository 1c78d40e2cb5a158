package dev.camelentrata.portal.replay;

import dev.camelentrata.portal.session.PortalCookie;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Reads a {@code Set-Cookie} header as RFC 6265, section 5.2, says. */
final class SetCookie {

  private SetCookie() {}

  /** The cookie; empty if the header makes no sense or is for another host. */
  static Optional<PortalCookie> parse(String header, URI from, Instant now) {
    String[] parts = header.split(";", -1);
    int equals = parts[0].indexOf('=');
    if (equals < 1) {
      return Optional.empty();
    }
    String domain = from.getHost();
    String path = defaultPath(from);
    boolean secure = false;
    boolean httpOnly = false;
    Long expires = null;
    boolean maxAgeSeen = false;
    for (int i = 1; i < parts.length; i++) {
      int at = parts[i].indexOf('=');
      String name = (at < 0 ? parts[i] : parts[i].substring(0, at)).trim().toLowerCase(Locale.ROOT);
      String value = at < 0 ? "" : parts[i].substring(at + 1).trim();
      switch (name) {
        case "domain" -> domain = value.isEmpty() ? domain : "." + value.replaceFirst("^\\.", "");
        case "path" -> path = value.startsWith("/") ? value : path;
        case "secure" -> secure = true;
        case "httponly" -> httpOnly = true;
        case "max-age" -> {
          if (value.matches("-?\\d{1,15}")) {
            expires = now.getEpochSecond() + Math.max(0, Long.parseLong(value));
            maxAgeSeen = true;
          }
        }
        case "expires" -> expires = maxAgeSeen ? expires : time(value, expires);
        default -> {
          // SameSite and the like do not matter here.
        }
      }
    }
    if (!CookieHeader.fitsHost(domain, from.getHost())) {
      return Optional.empty();
    }
    String name = parts[0].substring(0, equals).trim();
    String value = parts[0].substring(equals + 1).trim();
    return Optional.of(new PortalCookie(name, value, domain, path, secure, httpOnly, expires));
  }

  private static Long time(String value, Long otherwise) {
    try {
      String withSpaces = value.replaceFirst("^(\\w{3}, \\d{1,2})-(\\w{3})-(\\d{4})", "$1 $2 $3");
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(withSpaces)).getEpochSecond();
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  private static String defaultPath(URI from) {
    String path = from.getPath();
    int slash = path == null ? -1 : path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }
}
