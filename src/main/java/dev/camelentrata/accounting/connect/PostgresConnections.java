package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.AccountingSystem;
import dev.camelentrata.accounting.system.AccountingSystems;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.SystemFactory;
import dev.camelentrata.accounting.system.SystemKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The connections in PostgreSQL and what they lead to. Safe for use by many threads. */
final class PostgresConnections implements AccountingSystems {

  private final ConnectTransaction transaction;
  private final Grants grants;
  private final Map<SystemKind, TokenEndpoint> endpoints;
  private final Map<SystemKind, SystemFactory> factories;
  private final Map<String, Made> made = new ConcurrentHashMap<>();

  /** Made for the connection as it was; connected anew, it gets another one. */
  private record Made(Connection connection, AccountingSystem system) {}

  PostgresConnections(
      ConnectTransaction transaction,
      Grants grants,
      Map<SystemKind, TokenEndpoint> endpoints,
      Map<SystemKind, SystemFactory> factories) {
    this.transaction = transaction;
    this.grants = grants;
    this.endpoints = Map.copyOf(endpoints);
    this.factories = Map.copyOf(factories);
  }

  @Override
  public List<Connection> connections(String company) {
    return transaction.of(
        company,
        jdbc ->
            jdbc
                .sql("select * from accounting_connection where company = ? order by sequence")
                .param(company)
                .query(ConnectionRows::entry)
                .list()
                .stream()
                .map(ConnectionEntry::connection)
                .toList());
  }

  @Override
  public Optional<AccountingSystem> system(String company, String connectionId) {
    return transaction
        .of(company, jdbc -> ConnectionRows.find(jdbc, company, connectionId))
        .map(ConnectionEntry::connection)
        .filter(connection -> connection.state() == Connection.State.CONNECTED)
        .filter(connection -> factories.containsKey(connection.system()))
        .map(connection -> made.compute(connection.id(), (id, last) -> made(connection, last)))
        .map(Made::system);
  }

  private Made made(Connection connection, Made last) {
    return last != null && last.connection().equals(connection)
        ? last
        : new Made(
            connection, factories.get(connection.system()).make(connection, tokens(connection)));
  }

  GrantTokens tokens(Connection connection) {
    return new GrantTokens(connection, transaction, grants, endpoints.get(connection.system()));
  }
}
