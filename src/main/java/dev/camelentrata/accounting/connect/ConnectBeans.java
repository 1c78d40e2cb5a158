package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.AccountingSystems;
import dev.camelentrata.accounting.system.SystemFactory;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.security.SecretBox;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;

/** Wires the connections with accounting systems. */
public final class ConnectBeans implements AutoCloseable {

  /** Shorter than PostgreSQL bears a transaction that waits for a system. */
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final ConnectHttp http;
  private final ConnectionDesk connections;
  private final PostgresConnections systems;

  private ConnectBeans(ConnectHttp http, ConnectionDesk connections, PostgresConnections systems) {
    this.http = http;
    this.connections = connections;
    this.systems = systems;
  }

  /**
   * Wires them.
   *
   * @param settings of every system
   * @param factories what makes a system of its connection; without one, nothing is sent to it
   */
  public static ConnectBeans of(
      DataSource dataSource,
      SecretBox secrets,
      Map<SystemKind, OAuthSettings> settings,
      Map<SystemKind, SystemFactory> factories,
      Clock clock) {
    ConnectHttp http = new ConnectHttp(TIMEOUT);
    ConnectTransaction transaction = new ConnectTransaction(dataSource, clock);
    Grants grants = new Grants(transaction, secrets);
    Map<SystemKind, ConnectionDesk.Vendor> vendors = new EnumMap<>(SystemKind.class);
    Map<SystemKind, TokenEndpoint> endpoints = new EnumMap<>(SystemKind.class);
    settings.forEach(
        (system, each) -> {
          TokenEndpoint endpoint = new TokenEndpoint(each, http, clock);
          endpoints.put(system, endpoint);
          vendors.put(
              system,
              new ConnectionDesk.Vendor(
                  each, endpoint, new Organisations(system, each.organisations(), http)));
        });
    return new ConnectBeans(
        http,
        new ConnectionDesk(
            transaction, new PostgresConsents(transaction, secrets), grants, vendors),
        new PostgresConnections(transaction, grants, endpoints, factories));
  }

  public Connections connections() {
    return connections;
  }

  public AccountingSystems systems() {
    return systems;
  }

  PostgresConnections tokens() {
    return systems;
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
