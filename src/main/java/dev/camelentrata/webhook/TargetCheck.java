package dev.camelentrata.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks an endpoint's URL as far as that goes without looking a name up; addresses are checked
 * when they are dialled.
 */
final class TargetCheck {

  private static final int LONGEST = 2_000;

  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");
  private static final Pattern TOO_LONG = Pattern.compile("[^.]{64}");

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
    if (url.getPort() == 0 || url.getPort() > 65_535) {
      return Optional.of("must have a port from 1 to 65535, or none");
    }
    return address(host(url)).or(() -> name(host(url))).or(() -> plain(url, scheme));
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

  /** Numbers that some resolvers take for addresses, and names that lead to this machine. */
  private Optional<String> name(String host) {
    if (AddressRange.isLiteral(host) || allowed.name(host)) {
      return Optional.empty();
    }
    String name = host.toLowerCase(Locale.ROOT);
    if (NUMBER.matcher(name).matches()) {
      return Optional.of("is refused: " + host + " is neither a name nor an IP address");
    }
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return Optional.of("is refused: " + host + " is this machine");
    }
    return TOO_LONG.matcher(name).find() || name.length() > 253
        ? Optional.of("must have a host name as DNS knows them")
        : Optional.empty();
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
