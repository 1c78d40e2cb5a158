package dev.camelentrata.accounting.connect;

import dev.camelentrata.accounting.system.AccessTokenSource;
import dev.camelentrata.accounting.system.Connection;
import dev.camelentrata.accounting.system.ConnectionBrokenException;
import dev.camelentrata.accounting.system.TokenUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The access tokens of one connection. A token is renewed in a transaction that holds the lock of
 * its permission's row, and handed out after that has committed: so no two replicas use the same
 * refresh token, and none is lost that a system gave unless the process or the database dies in
 * between. Then the old one is tried again, which a system may still take.
 */
final class GrantTokens implements AccessTokenSource {

  /** How long before its end a token is renewed. */
  static final Duration MARGIN = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(GrantTokens.class);

  private final Connection connection;
  private final ConnectTransaction transaction;
  private final Grants grants;
  private final TokenEndpoint endpoint;

  /** One thread asks the database and the rest of this replica wait here, without a connection. */
  private final ReentrantLock turn = new ReentrantLock();

  private volatile Held held = new Held("", Instant.MIN);

  /** A token in hand. */
  private record Held(String access, Instant expiresAt) {

    boolean good(Instant until, String refused) {
      return expiresAt.isAfter(until) && !access.equals(refused);
    }
  }

  GrantTokens(
      Connection connection,
      ConnectTransaction transaction,
      Grants grants,
      TokenEndpoint endpoint) {
    this.connection = connection;
    this.transaction = transaction;
    this.grants = grants;
    this.endpoint = endpoint;
  }

  @Override
  public String token() {
    return good(null);
  }

  @Override
  public String renewed(String refused) {
    return good(refused);
  }

  private String good(String refused) {
    if (held.good(soon(), refused)) {
      return held.access();
    }
    turn.lock();
    try {
      if (held.good(soon(), refused)) {
        return held.access();
      }
      // What the transaction found is told after it has committed.
      held = transaction.of(connection.company(), jdbc -> find(jdbc, refused)).get();
      return held.access();
    } finally {
      turn.unlock();
    }
  }

  private Instant soon() {
    return transaction.instant().plus(MARGIN);
  }

  private Supplier<Held> find(JdbcClient jdbc, String refused) {
    Grant grant = grants.locked(jdbc, connection.id());
    Connection latest =
        ConnectionRows.find(jdbc, connection.company(), connection.id()).orElseThrow().connection();
    if (grant.ended() || latest.state() != Connection.State.CONNECTED) {
      return broken(latest.state() == Connection.State.BROKEN ? latest.error() : Messages.GIVEN_UP);
    }
    Held stored = new Held(grant.access(), grant.accessExpiresAt());
    return stored.good(soon(), refused) ? () -> stored : renew(jdbc, grant, stored, refused);
  }

  private Supplier<Held> renew(JdbcClient jdbc, Grant grant, Held stored, String refused) {
    TokenAnswer answer = endpoint.refresh(grant.refresh());
    if (answer instanceof TokenAnswer.Granted granted) {
      TokenSet tokens = granted.tokens();
      grants.renew(jdbc, grant.id(), tokens);
      return () -> new Held(tokens.access(), tokens.accessExpiresAt());
    }
    if (answer instanceof TokenAnswer.Refused refusal) {
      String error = Messages.tookBack(grant.system(), refusal.code());
      ConnectionRows.breakOff(jdbc, grant.id(), error, transaction.now());
      grants.end(jdbc, grant.id());
      LOG.warn("Connection {} no longer holds: {}", connection.id(), error);
      return broken(error);
    }
    String reason = Messages.noToken(grant.system(), ((TokenAnswer.None) answer).reason());
    LOG.warn("Connection {}: {}", connection.id(), reason);
    return stored.good(transaction.instant(), refused) ? () -> stored : unavailable(reason);
  }

  private Supplier<Held> broken(String error) {
    return () -> {
      throw new ConnectionBrokenException(connection.id(), error);
    };
  }

  private static Supplier<Held> unavailable(String reason) {
    return () -> {
      throw new TokenUnavailableException(reason);
    };
  }

  @Override
  public String toString() {
    return "GrantTokens[" + connection.id() + "]";
  }
}
