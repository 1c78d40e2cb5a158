package dev.camelentrata.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses that are no part of the public internet, or that stand for one that may not be (IANA
 * special-purpose registries, RFC 6890).
 */
final class ForbiddenAddresses {

  private static final Map<AddressRange, String> RANGES = ranges();

  private ForbiddenAddresses() {}

  private static Map<AddressRange, String> ranges() {
    Map<AddressRange, String> ranges = new LinkedHashMap<>();
    add(ranges, "unspecified", "0.0.0.0/8", "::/128");
    add(ranges, "loopback", "127.0.0.0/8", "::1/128");
    add(ranges, "private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
    add(ranges, "private (site-local)", "fec0::/10");
    add(ranges, "link-local", "169.254.0.0/16", "fe80::/10");
    add(ranges, "shared by a carrier's customers (CGNAT)", "100.64.0.0/10");
    add(ranges, "multicast", "224.0.0.0/4", "ff00::/8");
    add(ranges, "reserved", "192.0.0.0/24", "240.0.0.0/4", "198.18.0.0/15", "192.88.99.0/24");
    add(ranges, "for documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24");
    add(ranges, "for documentation", "2001:db8::/32", "3fff::/20");
    add(ranges, "an IPv4 address in disguise (6to4)", "2002::/16");
    add(ranges, "an IPv4 address in disguise (NAT64)", "64:ff9b::/96", "64:ff9b:1::/48");
    add(ranges, "an IPv4 address in disguise (Teredo)", "2001::/32");
    add(ranges, "an IPv4 address in disguise (IPv4-compatible)", "::/96");
    add(ranges, "for the discarding of packets", "100::/64");
    add(ranges, "reserved", "2001:2::/48", "2001:10::/28", "2001:20::/28", "5f00::/16");
    return ranges;
  }

  private static void add(Map<AddressRange, String> ranges, String kind, String... all) {
    for (String range : all) {
      ranges.put(AddressRange.parse(range), kind);
    }
  }

  /** What is wrong with it; empty for a public address. */
  static Optional<String> kind(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet6Address && isMapped(bytes)) {
      return kind(v4(bytes)).map(kind -> kind + ", written as an IPv4-mapped address");
    }
    return RANGES.entrySet().stream()
        .filter(range -> range.getKey().contains(bytes))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isMapped(byte[] bytes) {
    byte[] prefix = new byte[12];
    prefix[10] = (byte) 0xff;
    prefix[11] = (byte) 0xff;
    return Arrays.equals(Arrays.copyOf(bytes, 12), prefix);
  }

  private static InetAddress v4(byte[] bytes) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
