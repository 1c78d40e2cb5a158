package dev.camelentrata.portal;

import dev.camelentrata.portal.browser.BrowserPages;
import dev.camelentrata.portal.browser.BrowserSettings;
import dev.camelentrata.portal.browser.Browsers;
import dev.camelentrata.portal.browser.Evidence;
import dev.camelentrata.portal.login.BrowserLogin;
import dev.camelentrata.portal.login.Pause;
import dev.camelentrata.portal.map.PortalMaps;
import dev.camelentrata.portal.replay.CompanyGate;
import dev.camelentrata.portal.replay.HttpPortal;
import dev.camelentrata.portal.replay.PortalDownloads;
import dev.camelentrata.portal.replay.PortalReader;
import dev.camelentrata.portal.session.Fingerprint;
import dev.camelentrata.portal.session.KeepAlive;
import dev.camelentrata.portal.session.SessionManager;
import dev.camelentrata.portal.session.SessionSettings;
import dev.camelentrata.portal.session.SessionStore;
import dev.camelentrata.portal.session.SessionUse;
import dev.camelentrata.portal.write.PortalWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts a portal client together. What has no default must be given: companies, maps, store,
 * browsers and fingerprint.
 */
public final class PortalClientBuilder {

  private Map<String, PortalCompany> companies;
  private Map<String, PortalAccount> accounts = Map.of();
  private PortalMaps maps;
  private SessionStore store;
  private BrowserSettings browsers;
  private Fingerprint fingerprint;
  private SessionUse use = sessionId -> false;
  private SessionSettings sessions = SessionSettings.DEFAULTS;
  private Duration turn = Duration.ofSeconds(30);
  private Duration call = Duration.ofSeconds(30);
  private Clock clock = Clock.systemUTC();
  private Pause pause = Pause.real();

  /** The companies whose portals are used. */
  public PortalClientBuilder companies(Collection<PortalCompany> companies) {
    this.companies =
        companies.stream().collect(Collectors.toMap(PortalCompany::name, Function.identity()));
    return this;
  }

  /** The configured accounts by name. */
  public PortalClientBuilder accounts(Map<String, PortalAccount> accounts) {
    this.accounts = accounts;
    return this;
  }

  public PortalClientBuilder maps(PortalMaps maps) {
    this.maps = maps;
    return this;
  }

  /** Where portal sessions are kept. */
  public PortalClientBuilder store(SessionStore store) {
    this.store = store;
    return this;
  }

  /** How browsers are started; its data folder also takes the evidence. */
  public PortalClientBuilder browsers(BrowserSettings browsers) {
    this.browsers = browsers;
    return this;
  }

  /** The keyed fingerprint by which credentials are compared; the same key in all replicas. */
  public PortalClientBuilder fingerprint(Fingerprint fingerprint) {
    this.fingerprint = fingerprint;
    return this;
  }

  /** Who still needs a session that was not used for a while; by default nobody. */
  public PortalClientBuilder use(SessionUse use) {
    this.use = use;
    return this;
  }

  public PortalClientBuilder sessions(SessionSettings sessions) {
    this.sessions = sessions;
    return this;
  }

  /**
   * Time limits of the company's budget and of calls.
   *
   * @param turn how long a call may wait for its turn within the company's budget
   * @param call how long a call by HTTP may take
   */
  public PortalClientBuilder limits(Duration turn, Duration call) {
    this.turn = turn;
    this.call = call;
    return this;
  }

  public PortalClientBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  PortalClientBuilder pause(Pause pause) {
    this.pause = pause;
    return this;
  }

  /** A running client; ends the browsers that an earlier run in the same data folder left. */
  public PortalClient build() {
    Objects.requireNonNull(companies, "companies");
    Objects.requireNonNull(maps, "maps");
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(fingerprint, "fingerprint");
    CompanyGate gate = new CompanyGate(turn, clock);
    HttpPortal http = new HttpPortal(gate, call, clock);
    PortalReader reader = new PortalReader(http, clock);
    Browsers started = new Browsers(Objects.requireNonNull(browsers, "browsers"), clock);
    Evidence evidence = new Evidence(browsers.dataDir(), clock);
    BrowserPages pages = new BrowserPages(started, gate::call, evidence, clock);
    BrowserLogin login = new BrowserLogin(started, gate::call, evidence, http, store, clock, pause);
    PortalSessionCalls calls = new PortalSessionCalls(http);
    SessionManager manager =
        new SessionManager(store, companies, maps, login, calls, fingerprint, clock, sessions);
    KeepAlive keepAlive = new KeepAlive(store, manager, maps, calls, use, clock, sessions);
    keepAlive.start();
    return new DefaultPortalClient(
        manager,
        accounts,
        maps,
        reader,
        new PortalWriter(http, evidence),
        new PortalDownloads(http),
        pages,
        List.of(keepAlive, pages, started, reader, http, manager));
  }
}
