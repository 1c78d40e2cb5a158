package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.SystemKind;
import dev.camelentrata.mirror.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Begins, completes, shows and ends connections. Safe for use by many threads. */
final class ConnectionDesk implements Connections {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionDesk.class);

  private final ConnectTransaction transaction;
  private final PostgresConsents consents;
  private final Grants grants;
  private final Map<SystemKind, Vendor> vendors;

  /** Where a system's permissions come from and lead to. */
  record Vendor(OAuthSettings settings, TokenEndpoint tokens, Organisations organisations) {}

  /** What is left to be done at the system after a connection was given up here. */
  private record GivenUp(Connection connection, Grant grant, String linkId, boolean shared) {}

  ConnectionDesk(
      ConnectTransaction transaction,
      PostgresConsents consents,
      Grants grants,
      Map<SystemKind, Vendor> vendors) {
    this.transaction = transaction;
    this.consents = consents;
    this.grants = grants;
    this.vendors = Map.copyOf(vendors);
  }

  @Override
  public boolean offers(SystemKind system) {
    return vendors.get(system).settings().registered();
  }

  @Override
  public Begun begin(ConnectRequest request) {
    Consent consent = consents.ask(request);
    return new Begun(
        consent.page(vendors.get(request.system()).settings(), request.redirectUri()),
        consents.expiresAt());
  }

  @Override
  public Authorization redeem(String state) {
    return consents.redeem(state);
  }

  @Override
  public List<ConnectionEntry> complete(Authorization authorization, String code, String realm) {
    Vendor vendor = vendors.get(authorization.system());
    TokenSet tokens = tokens(vendor, authorization, code);
    List<Organisation> found = organisations(vendor, tokens, realm);
    return transaction.of(
        authorization.company(), jdbc -> connect(jdbc, authorization, tokens, found));
  }

  /** A permission that cannot be used is given back. */
  private static List<Organisation> organisations(Vendor vendor, TokenSet tokens, String realm) {
    try {
      return vendor.organisations().of(tokens, realm);
    } catch (ConnectFailedException e) {
      vendor.tokens().revoke(tokens.refresh());
      throw e;
    }
  }

  private static TokenSet tokens(Vendor vendor, Authorization authorization, String code) {
    String name = Messages.nameOf(authorization.system());
    TokenAnswer answer =
        vendor.tokens().exchange(code, authorization.verifier(), authorization.redirectUri());
    if (answer instanceof TokenAnswer.Granted granted) {
      return granted.tokens();
    }
    if (answer instanceof TokenAnswer.Refused refusal) {
      throw ConnectFailedException.refused(
          name + " did not take its own code (" + refusal.code() + "). " + Messages.ANEW);
    }
    throw ConnectFailedException.unavailable(
        name + " gave no tokens: " + ((TokenAnswer.None) answer).reason());
  }

  private List<ConnectionEntry> connect(
      JdbcClient jdbc, Authorization by, TokenSet tokens, List<Organisation> found) {
    String grant = grants.add(jdbc, by.company(), by.system(), tokens);
    List<ConnectionEntry> connected =
        found.stream()
            .map(o -> ConnectionRows.connect(jdbc, by, o, grant, transaction.now()))
            .toList();
    grants.sweep(jdbc, by.company(), by.system());
    return connected;
  }

  @Override
  public List<ConnectionEntry> list(Viewer viewer, Long before, int limit) {
    return transaction.reading(
        viewer,
        jdbc ->
            jdbc.sql(
                    "select * from accounting_connection where company = ? and sequence < ?"
                        + " order by sequence desc limit ?")
                .params(viewer.company(), before == null ? Long.MAX_VALUE : before, limit)
                .query(ConnectionRows::entry)
                .list());
  }

  @Override
  public Optional<ConnectionEntry> find(Viewer viewer, String id) {
    return transaction.reading(viewer, jdbc -> ConnectionRows.find(jdbc, viewer.company(), id));
  }

  @Override
  public boolean disconnect(Viewer viewer, String id) {
    if (find(viewer, id).isEmpty()) {
      return false;
    }
    GivenUp given = transaction.of(viewer.company(), jdbc -> giveUp(jdbc, viewer.company(), id));
    if (!given.grant().ended() && !confirmed(given)) {
      String error = Messages.notConfirmed(given.connection().system());
      LOG.warn("Connection {}: {}", id, error);
      transaction.of(
          viewer.company(),
          jdbc ->
              jdbc.sql(
                      "update accounting_connection set error = ?"
                          + " where id = ? and state = 'disconnected'")
                  .params(error, id)
                  .update());
    }
    return true;
  }

  /** Waits for a renewal that is going on, so that the latest tokens are the ones given back. */
  private GivenUp giveUp(JdbcClient jdbc, String company, String id) {
    Grant grant = grants.locked(jdbc, id);
    Connection connection = ConnectionRows.find(jdbc, company, id).orElseThrow().connection();
    String link =
        jdbc.sql(
                """
                update accounting_connection set state = 'disconnected', error = null,
                  changed_at = case when state = 'disconnected' then changed_at else ? end
                where id = ? returning coalesce(link_id, '')
                """)
            .params(transaction.now(), id)
            .query(String.class)
            .single();
    boolean shared =
        jdbc.sql(
                "select exists (select 1 from accounting_connection"
                    + " where grant_id = ? and state = 'connected')")
            .param(grant.id())
            .query(Boolean.class)
            .single();
    if (!shared) {
      grants.end(jdbc, grant.id());
    }
    return new GivenUp(connection, grant, link, shared);
  }

  private boolean confirmed(GivenUp given) {
    Vendor vendor = vendors.get(given.connection().system());
    return given.shared()
        ? vendor.organisations().leave(given.grant().access(), given.linkId())
        : vendor.tokens().revoke(given.grant().refresh());
  }
}
