package dev.camelentrata.portal.session;

import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.PortalSession;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMaps;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens, shares, heals and closes portal sessions. Safe for use by many threads and replicas.
 *
 * <ul>
 *   <li>An open session is shared only with a caller who shows the same password and the same TOTP
 *       secret; a code that a person typed always makes a login of its own.
 *   <li>One account logs in once at a time, in all replicas.
 *   <li>No call makes more than one attempt to log in, and what the portal rejected is not tried
 *       again for a while.
 * </ul>
 */
public final class SessionManager implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SessionManager.class);

  private final SessionStore store;
  private final Map<String, PortalCompany> companies;
  private final PortalMaps maps;
  private final PortalLogin login;
  private final SessionCalls calls;
  private final Clock clock;
  private final SessionSettings settings;
  private final CredentialPrints prints;
  private final SessionSharing sharing;
  private final RejectionMemory rejections;
  private final SessionJars jars;
  private final SingleFlight<StoredSession> logins = new SingleFlight<>();

  public SessionManager(
      SessionStore store,
      Map<String, PortalCompany> companies,
      PortalMaps maps,
      PortalLogin login,
      SessionCalls calls,
      Fingerprint fingerprint,
      Clock clock,
      SessionSettings settings) {
    this.store = store;
    this.companies = Map.copyOf(companies);
    this.maps = maps;
    this.login = login;
    this.calls = calls;
    this.clock = clock;
    this.settings = settings;
    this.prints = new CredentialPrints(fingerprint);
    this.sharing = new SessionSharing(store, prints, maps, clock, settings.keepOpen());
    this.rejections = new RejectionMemory(store, prints, clock, settings.rejectionMemory());
    this.jars = new SessionJars(store);
  }

  /** The company of this name; an unknown one is an {@link IllegalArgumentException}. */
  public PortalCompany company(String name) {
    PortalCompany company = companies.get(name);
    if (company == null) {
      throw new IllegalArgumentException(
          "company " + name + " is not configured; known are " + companies.keySet());
    }
    return company;
  }

  /** The account's open session if this caller may share it, or a new one after a login. */
  public StoredSession open(PortalAccount account) {
    company(account.company());
    String key = key(account.company(), account.username());
    if (!account.credential().repeatable()) {
      rejections.refuseIfRejected(key, account.credential());
      return store.underLoginLock(key, settings.loginWait(), () -> logIn(account, key, null));
    }
    Optional<StoredSession> shared = sharing.find(account, key);
    if (shared.isPresent() && !sharing.surelyOver(shared.get())) {
      return shared.get();
    }
    return logins.run(
        key + "|" + prints.whole(key, account.credential()),
        () ->
            store.underLoginLock(
                key,
                settings.loginWait(),
                () -> {
                  Optional<StoredSession> now = sharing.find(account, key);
                  return now.filter(s -> !sharing.surelyOver(s))
                      .orElseGet(() -> logIn(account, key, now.orElse(null)));
                }));
  }

  /** The open session of this id; {@code session-expired} if there is none. */
  public StoredSession require(String sessionId) {
    return store
        .find(sessionId)
        .orElseThrow(
            () ->
                PortalException.of(
                    PortalProblem.SESSION_EXPIRED,
                    "The portal session is closed. Log in again to get a new one."));
  }

  /** The way to the session's cookies for one read, which heals the session if it must. */
  public SessionAccess access(StoredSession stored) {
    return new SessionAccess() {
      @Override
      public SessionJar current() {
        return jars.of(stored);
      }

      @Override
      public SessionJar renew(SessionJar stale) {
        return jars.of(SessionManager.this.renew(stale));
      }
    };
  }

  /** Notes that a caller uses the session. */
  public void touch(String sessionId) {
    store.touch(sessionId, clock.instant());
  }

  /** Stores what the portal has changed in the session's cookies since it was stored. */
  public void writeBack(String sessionId) {
    jars.writeBack(sessionId);
  }

  /** Logs the session out of the portal and forgets it; nothing happens if there is none. */
  public void close(String sessionId) {
    Optional<StoredSession> stored = store.find(sessionId);
    if (stored.isEmpty()) {
      jars.forget(sessionId);
      return;
    }
    SessionJar jar = jars.of(stored.get());
    store.remove(sessionId);
    jars.forget(sessionId);
    try {
      PortalCompany company = company(stored.get().session().company());
      calls.logout(company, maps.forCompany(company.name()), jar);
    } catch (RuntimeException e) {
      LOG.info("The portal did not take the logout of {}: {}", jar, describe(e));
    }
  }

  /** Stores changed cookies; sessions stay open in the portal. */
  @Override
  public void close() {
    jars.writeBackAll();
  }

  private StoredSession renew(SessionJar stale) {
    StoredSession known = require(stale.sessionId());
    if (known.version() > stale.version()) {
      return known;
    }
    PortalSession session = known.session();
    if (!known.secrets().credential().repeatable()) {
      store.remove(session.id());
      jars.forget(session.id());
      throw PortalException.of(
          PortalProblem.SESSION_EXPIRED,
          "The portal ended the session, and it was opened with a code that is good once. Log in"
              + " again with a new code.");
    }
    String key = key(session.company(), session.username());
    return logins.run(
        session.id() + "|" + stale.version(),
        () ->
            store.underLoginLock(
                key,
                settings.loginWait(),
                () -> {
                  StoredSession now = require(session.id());
                  return now.version() > stale.version() ? now : logIn(account(now), key, now);
                }));
  }

  /**
   * One login. Called under the account's login lock.
   *
   * @param replaced the session that the login renews; null for a new one
   */
  private StoredSession logIn(PortalAccount account, String key, StoredSession replaced) {
    rejections.refuseIfRejected(key, account.credential());
    PortalCompany company = company(account.company());
    PortalMap map = maps.forCompany(company.name());
    SignedIn in;
    try {
      in = login.login(company, map, account);
    } catch (PortalException e) {
      rejections.remember(key, account.credential(), e.problem());
      throw e.in(company.name(), null, null, null);
    }
    store.forgetRejections(key);
    Instant now = clock.instant();
    PortalSession session =
        new PortalSession(
            replaced == null ? "ps_" + UUID.randomUUID() : replaced.session().id(),
            company.name(),
            account.username(),
            in.user(),
            in.role(),
            in.propertyIds(),
            in.modules(),
            replaced == null ? now : replaced.session().openedAt());
    StoredSession stored =
        new StoredSession(
            session,
            new SessionSecrets(in.cookies(), in.csrf(), in.userAgent(), account.credential()),
            replaced == null ? 1 : replaced.version() + 1,
            now,
            replaced == null ? now : replaced.lastUsedAt());
    store.save(stored);
    LOG.info("Logged in to {}: {} version {}", company.name(), session.id(), stored.version());
    return stored;
  }

  private static PortalAccount account(StoredSession stored) {
    return new PortalAccount(
        stored.session().company(), stored.session().username(), stored.secrets().credential());
  }

  private static String key(String company, String username) {
    return company + "|" + username;
  }

  static String describe(RuntimeException e) {
    return e instanceof PortalException p ? p.problem().slug() : e.getClass().getSimpleName();
  }
}
