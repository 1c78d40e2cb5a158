package dev.camelentrata.component;

import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalAnswer;
import dev.camelentrata.portal.PortalClient;
import dev.camelentrata.portal.PortalOutcome;
import dev.camelentrata.portal.PortalRead;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.portal.PortalWrite;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Message;

/**
 * An endpoint's way to the portal: which client it uses and as whom. Logs in to nothing until it is
 * asked to. Safe for use by many threads.
 */
final class PortalAccess {

  private final Supplier<PortalClient> client;
  private final Function<PortalClient, PortalSession> account;

  private PortalAccess(
      Supplier<PortalClient> client, Function<PortalClient, PortalSession> account) {
    this.client = client;
    this.account = account;
  }

  /**
   * Checks the options and decides.
   *
   * @param bound the client of the registry or of the options; null if there is none
   * @throws IllegalArgumentException if the options do not say enough, or contradict each other
   */
  static PortalAccess of(
      EntrataConfiguration options, PortalClient bound, StandalonePortals standalone) {
    boolean byName = given(options.getAccount());
    boolean byLogin =
        given(options.getUsername())
            || given(options.getPassword())
            || given(options.getTotpSecret());
    if (byName && byLogin) {
      throw new IllegalArgumentException(
          "Options account and username exclude each other: name a configured account, or give"
              + " company, username and password.");
    }
    if (bound != null) {
      return new PortalAccess(() -> bound, opener(options, byName, byLogin));
    }
    if (!byLogin) {
      throw new IllegalArgumentException(
          "There is no portal to use: bind a dev.camelentrata.portal.PortalClient in the"
              + " registry"
              + (byName ? ", which knows account " + options.getAccount() : "")
              + ", or give company, username and password (and baseUrl unless the portal is"
              + " https://{company}.entrata.com).");
    }
    StandaloneAccount own = StandaloneAccount.of(options);
    return new PortalAccess(
        () -> standalone.client(own.company(), own.dataDir()),
        portals -> portals.open(own.account()));
  }

  private static Function<PortalClient, PortalSession> opener(
      EntrataConfiguration options, boolean byName, boolean byLogin) {
    if (byName) {
      String name = options.getAccount().strip();
      return portals -> portals.open(name);
    }
    if (byLogin) {
      PortalAccount account = StandaloneAccount.account(options);
      return portals -> portals.open(account);
    }
    return null;
  }

  private static boolean given(String value) {
    return value != null && !value.isBlank();
  }

  /** Whether sessions can be opened; else each message must bring one. */
  boolean hasAccount() {
    return account != null;
  }

  /** The account's portal session, after a login if need be. */
  PortalSession session() {
    if (account == null) {
      throw new IllegalArgumentException(
          "There is no portal session to use: set the header "
              + EntrataConstants.SESSION
              + " to the id of an open one, or give the endpoint an account, or company, username"
              + " and password.");
    }
    return account.apply(client.get());
  }

  /** The id of the session that the message names, else of the account's. */
  String sessionId(Message message) {
    String given = message.getHeader(EntrataConstants.SESSION, String.class);
    return given == null || given.isBlank() ? session().id() : given;
  }

  PortalOutcome write(PortalWrite write) {
    return client.get().write(write);
  }

  Optional<PortalOutcome.Completed> find(String sessionId, String operation, String reference) {
    return client.get().find(sessionId, operation, reference);
  }

  PortalAnswer read(PortalRead read) {
    return client.get().read(read);
  }
}
