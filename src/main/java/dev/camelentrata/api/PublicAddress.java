package dev.camelentrata.api;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * Where callers reach this API from outside: the configured address, or else the one that it
 * listens at.
 */
final class PublicAddress {

  private final String configured;
  private final CamelContext camel;

  /**
   * @param configured without a slash at the end; empty for the one that it listens at
   */
  PublicAddress(Optional<String> configured, CamelContext camel) {
    this.configured = configured.map(address -> address.replaceFirst("/+$", "")).orElse(null);
    this.camel = camel;
  }

  /** The absolute form of this path, which begins with a slash. */
  String of(String path) {
    return (configured == null ? listening() : configured) + path;
  }

  private String listening() {
    String host =
        camel.getPropertiesComponent().resolveProperty("camel.server.host").orElse("127.0.0.1");
    int port =
        camel.getRegistry().findByType(VertxPlatformHttpRouter.class).stream()
            .filter(VertxPlatformHttpRouter::isMainServer)
            .map(router -> router.getServer().getPort())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the API does not listen yet"));
    return "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port;
  }
}
