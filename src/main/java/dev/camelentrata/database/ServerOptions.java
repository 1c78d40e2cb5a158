package dev.camelentrata.database;

import java.util.List;

/** How the embedded server runs; durability stays at PostgreSQL's safe defaults. */
final class ServerOptions {

  private ServerOptions() {}

  static List<String> all(int port) {
    return List.of(
        "listen_addresses=127.0.0.1",
        "port=" + port,
        "unix_socket_directories=",
        "max_connections=60",
        "shared_buffers=256MB",
        "max_wal_size=2GB",
        "timezone=UTC",
        "log_timezone=UTC",
        "password_encryption=scram-sha-256",
        "idle_in_transaction_session_timeout=60s",
        // Statements and row contents stay out of the log: they may hold what must not be kept.
        "log_min_error_statement=panic",
        "log_error_verbosity=terse");
  }
}
