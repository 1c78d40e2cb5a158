package dev.camelentrata.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks an endpoint's URL as far as that goes without looking a name up; addresses are checked
 * when they are dialled.
 */
final class TargetCheck {

  private static final int LONGEST = 2_000;

  private final AllowedTargets allowed;

  TargetCheck(AllowedTargets allowed) {
    this.allowed = allowed;
  }

  /** What is wrong with it, to be put behind its name; empty if nothing is. */
  Optional<String> fault(String text) {
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException e) {
      return Optional.of("must be an https URL; this is none");
    }
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      return Optional.of("must be an https URL with a host name");
    }
    if (text.length() > LONGEST) {
      return Optional.of("must not be longer than " + LONGEST + " characters");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      return Optional.of(
          "must have no user name, password or fragment; put credentials into headers");
    }
    return address(host(url)).or(() -> plain(url, scheme));
  }

  /** Without the brackets of an IPv6 address. */
  private static String host(URI url) {
    return url.getHost().replaceAll("^\\[|\\]$", "");
  }

  private Optional<String> address(String host) {
    if (!AddressRange.isLiteral(host) || allowed.name(host)) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      return allowed.address(address)
          ? Optional.empty()
          : ForbiddenAddresses.kind(address)
              .map(kind -> "is refused: " + GuardedDns.refusal(host, address, kind));
    } catch (UnknownHostException e) {
      return Optional.of("is refused: " + host + " is no IP address");
    }
  }

  private Optional<String> plain(URI url, String scheme) {
    if (scheme.equals("https")) {
      return Optional.empty();
    }
    String host = host(url);
    boolean literal = AddressRange.isLiteral(host);
    try {
      if (allowed.name(host) || (literal && allowed.address(InetAddress.getByName(host)))) {
        return Optional.empty();
      }
    } catch (UnknownHostException e) {
      // not allowed
    }
    return Optional.of(
        "must begin with https://; http is for hosts that the operator allowed in"
            + " entrata.webhook.allowed");
  }
}
