package dev.camelentrata.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the HTTP client only addresses to which it may connect. The client dials what it is given
 * here and looks nothing up again, so that no name can change between check and dial.
 */
final class GuardedDns implements DnsResolver {

  private final DnsResolver resolver;
  private final AllowedTargets allowed;

  GuardedDns(DnsResolver resolver, AllowedTargets allowed) {
    this.resolver = resolver;
    this.allowed = allowed;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = resolver.resolve(host);
    if (allowed.name(host)) {
      return found;
    }
    List<InetAddress> good = new ArrayList<>();
    String refusal = host + " has no address";
    for (InetAddress address : found) {
      Optional<String> kind = ForbiddenAddresses.kind(address);
      if (kind.isEmpty() || allowed.address(address)) {
        good.add(address);
      } else {
        refusal = refusal(host, address, kind.get());
      }
    }
    if (good.isEmpty()) {
      throw new RefusedAddressException(refusal);
    }
    return good.toArray(InetAddress[]::new);
  }

  /** In one sentence, with what the operator can do. */
  static String refusal(String host, InetAddress address, String kind) {
    String ip = address.getHostAddress();
    return (host.equals(ip) ? ip + " is " : host + " leads to " + ip + ", which is ")
        + kind
        + "; nothing is delivered there unless the operator adds it to entrata.webhook.allowed";
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return resolver.resolveCanonicalHostname(host);
  }
}
