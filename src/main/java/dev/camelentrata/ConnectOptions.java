package dev.camelentrata;

import dev.camelentrata.accounting.connect.OAuthSettings;
import dev.camelentrata.accounting.system.SystemKind;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the options {@code entrata.quickbooks.*} and {@code entrata.xero.*}. */
final class ConnectOptions {

  private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private ConnectOptions() {}

  /** Where each system gives its permissions; those without an application cannot be connected. */
  static Map<SystemKind, OAuthSettings> systems(Options options) {
    Map<SystemKind, OAuthSettings> systems = new EnumMap<>(SystemKind.class);
    for (SystemKind system : SystemKind.values()) {
      String prefix = "entrata." + system.slug() + ".";
      URI api = api(options, system);
      systems.put(
          system,
          new OAuthSettings(
              address(options, prefix + "authorize-url"),
              address(options, prefix + "token-url"),
              options
                  .text(prefix + "revoke-url")
                  .map(url -> address(options, prefix + "revoke-url"))
                  .orElse(null),
              system == SystemKind.XERO ? address(options, prefix + "connections-url") : api,
              options.text(prefix + "client-id", ""),
              options.text(prefix + "client-secret", ""),
              List.of(options.required(prefix + "scopes").split("\\s+"))));
    }
    return systems;
  }

  /** What calls to each system begin with. */
  static Map<SystemKind, URI> apis(Options options) {
    Map<SystemKind, URI> apis = new EnumMap<>(SystemKind.class);
    for (SystemKind system : SystemKind.values()) {
      apis.put(system, api(options, system));
    }
    return apis;
  }

  private static URI api(Options options, SystemKind system) {
    return address(options, "entrata." + system.slug() + ".api-url");
  }

  /** Secrets and tokens go there, so it is an https address unless it is on this machine. */
  private static URI address(Options options, String name) {
    URI uri = URI.create(options.url(name));
    if (!"https".equals(uri.getScheme()) && !OWN_MACHINE.contains(uri.getHost())) {
      throw new IllegalArgumentException(
          name + " is \"" + uri + "\" but must be an https address; http only on this machine.");
    }
    return uri;
  }
}
