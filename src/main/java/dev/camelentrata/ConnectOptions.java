package dev.camelentrata;

import dev.camelentrata.accounting.connect.OAuthSettings;
import dev.camelentrata.accounting.system.SystemKind;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the options {@code entrata.quickbooks.*} and {@code entrata.xero.*}. */
final class ConnectOptions {

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
              URI.create(options.url(prefix + "authorize-url")),
              URI.create(options.url(prefix + "token-url")),
              options
                  .text(prefix + "revoke-url")
                  .map(url -> URI.create(options.url(prefix + "revoke-url")))
                  .orElse(null),
              system == SystemKind.XERO ? URI.create(options.url(prefix + "connections-url")) : api,
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
    return URI.create(options.url("entrata." + system.slug() + ".api-url"));
  }
}
