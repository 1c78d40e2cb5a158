package dev.camelentrata.api;

import io.vertx.core.net.SocketAddress;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConstants;

/** The address that a request comes from. */
final class Remote {

  private static final String UNKNOWN = "unknown";

  private Remote() {}

  static String of(Exchange exchange) {
    return of(
        exchange
            .getMessage()
            .getHeader(VertxPlatformHttpConstants.REMOTE_ADDRESS, SocketAddress.class));
  }

  /** The host without the port, which changes from connection to connection. */
  static String of(SocketAddress address) {
    return address == null || address.hostAddress() == null ? UNKNOWN : address.hostAddress();
  }
}
