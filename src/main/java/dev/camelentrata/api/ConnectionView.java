package dev.camelentrata.api;

import dev.camelentrata.accounting.connect.ConnectionEntry;
import dev.camelentrata.accounting.system.Connection;
import java.time.Instant;
import java.util.Locale;

/**
 * A connection with an accounting system as the API shows it.
 *
 * @param tenant whose books: QuickBooks' realm, Xero's tenant
 * @param error why it does not hold, or what is left to do; null if all is well
 */
record ConnectionView(
    String id,
    String system,
    String tenant,
    String name,
    String state,
    String error,
    Instant connectedAt,
    Instant changedAt) {

  /** One connection, in the same shape as a list's {@code data}. */
  record One(ConnectionView data) {}

  /** One that was begun. */
  record Begun(String system, String authorizeUrl, Instant expiresAt) {}

  /** The same, in the shape of everything else. */
  record OneBegun(Begun data) {}

  static ConnectionView of(ConnectionEntry entry) {
    Connection connection = entry.connection();
    return new ConnectionView(
        connection.id(),
        connection.system().slug(),
        connection.tenant(),
        connection.name(),
        connection.state().name().toLowerCase(Locale.ROOT),
        connection.error(),
        connection.connectedAt(),
        entry.changedAt());
  }

  static ApiException notFound() {
    return ApiException.of(
        ProblemType.NOT_FOUND,
        "There is no such connection; GET /accounting/connections lists them.");
  }
}
