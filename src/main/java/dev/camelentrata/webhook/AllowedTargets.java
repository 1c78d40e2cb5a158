package dev.camelentrata.webhook;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the operator allows beyond public HTTPS: host names, IP addresses and ranges of them. */
public final class AllowedTargets {

  private final Set<String> names = new HashSet<>();
  private final List<AddressRange> ranges = new ArrayList<>();

  /** Throws {@link IllegalArgumentException} for what is neither a name nor a range. */
  public AllowedTargets(List<String> entries) {
    for (String entry : entries) {
      if (AddressRange.isLiteral(entry) || entry.contains("/")) {
        ranges.add(AddressRange.parse(entry));
      } else {
        names.add(entry.toLowerCase(Locale.ROOT));
      }
    }
  }

  /** Whether this name was allowed, wherever it leads. */
  boolean name(String host) {
    return names.contains(host.toLowerCase(Locale.ROOT));
  }

  boolean address(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address.getAddress()));
  }

  @Override
  public String toString() {
    return "AllowedTargets" + names + ranges;
  }
}
