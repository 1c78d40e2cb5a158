package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.AccessTokenSource;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.database.DatabaseFixture;
import dev.camelentrata.mirror.Viewer;
import dev.camelentrata.security.AesSecretBox;
import dev.camelentrata.security.MasterKey;
import dev.camelentrata.security.SecretBox;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replicas that connect one company with a server that takes no refresh token twice. */
final class ConnectHouse implements AutoCloseable {

  static final Viewer BOOKKEEPER =
      new Viewer("sandbox", Set.of("1001"), Set.of("general_journalxxx"));

  private static final String CALLBACK = "http://127.0.0.1:8080/accounting/connections/callback";

  final SettableClock clock = new SettableClock();
  final OAuthServer server = new OAuthServer();
  final ConnectBeans connect;
  private final SecretBox box = new AesSecretBox(MasterKey.random());
  private final List<ConnectBeans> replicas = new ArrayList<>();
  private final DatabaseFixture database;

  ConnectHouse(DatabaseFixture database) throws IOException {
    this.database = database;
    this.connect = replica();
  }

  ConnectBeans replica() {
    ConnectBeans replica =
        ConnectBeans.of(
            database.dataSource(),
            box,
            Map.of(
                SystemKind.QUICKBOOKS,
                server.settings(SystemKind.QUICKBOOKS),
                SystemKind.XERO,
                server.settings(SystemKind.XERO)),
            Map.of(),
            clock);
    replicas.add(replica);
    return replica;
  }

  Connections connections() {
    return connect.connections();
  }

  AccessTokenSource tokens(Connection connection) {
    return connect.tokens().tokens(connection);
  }

  Connections.Begun begin(SystemKind system) {
    return connections()
        .begin(new ConnectRequest("sandbox", system, "ps-1", "tok-1", CALLBACK, null));
  }

  static String stateOf(Connections.Begun begun) {
    return begun.page().getRawQuery().replaceAll(".*&state=([^&]+).*", "$1");
  }

  List<Connection> connected(SystemKind system) {
    Connections.Begun begun = begin(system);
    String code = server.agree(begun.page());
    Authorization authorization = connections().redeem(stateOf(begun));
    return connections()
        .complete(authorization, code, system == SystemKind.XERO ? null : "123145")
        .stream()
        .map(ConnectionEntry::connection)
        .toList();
  }

  Connection quickBooks() {
    return connected(SystemKind.QUICKBOOKS).get(0);
  }

  Connection latest(Connection connection) {
    return connections().find(BOOKKEEPER, connection.id()).orElseThrow().connection();
  }

  /** As the role that owns the tables. */
  void owner(String... statements) throws SQLException {
    try (var owner = database.ownerConnection();
        Statement statement = owner.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Forgets all connections. */
  @Override
  public void close() throws IOException, SQLException {
    for (ConnectBeans replica : replicas) {
      replica.close();
    }
    server.close();
    owner("truncate accounting_connection, accounting_grant, accounting_authorization");
  }
}
