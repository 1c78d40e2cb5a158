package dev.camelentrata.portal;

import dev.camelentrata.portal.browser.BrowserSettings;
import dev.camelentrata.portal.browser.Browsers;
import dev.camelentrata.portal.browser.Evidence;
import dev.camelentrata.portal.login.BrowserLogin;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMapReader;
import dev.camelentrata.portal.replay.CompanyGate;
import dev.camelentrata.portal.replay.HttpPortal;
import dev.camelentrata.portal.session.InMemorySessionStore;
import dev.camelentrata.portal.session.PortalCookie;
import dev.camelentrata.portal.session.SessionJar;
import dev.camelentrata.portal.session.SessionStore;
import dev.camelentrata.portal.session.SignedIn;
import dev.camelentrata.sandbox.SandboxPortal;
import dev.camelentrata.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A sandbox portal and the browsers that log in to it, shared by the tests of a class. */
public final class SandboxHouse implements AutoCloseable {

  public static final String TOTP_SECRET = "JBSWY3DPEHPK3PXP";

  public final OffsetClock clock = new OffsetClock();
  public final SandboxPortal portal;
  public final PortalCompany company;
  public final PortalMap map =
      new PortalMapReader().read(Path.of("routes/portal/sandbox.portal.yaml"));
  public final Path dataDir;
  public final Browsers browsers;
  public final Evidence evidence;
  public final CompanyGate gate;
  public final HttpPortal http;
  public final SessionStore store = new InMemorySessionStore();
  public final BrowserLogin login;

  private final SandboxControl control;

  public SandboxHouse(Path dataDir) {
    this.dataDir = dataDir;
    portal = SandboxPortal.start(SandboxSettings.defaults().withSize(3, 120), clock);
    control = new SandboxControl(portal.baseUri());
    company = new PortalCompany("sandbox", portal.baseUri(), null, 8, 0);
    browsers = new Browsers(settings(dataDir), clock);
    evidence = new Evidence(dataDir, clock);
    gate = new CompanyGate(Duration.ofSeconds(20), clock);
    http = new HttpPortal(gate, Duration.ofSeconds(20), clock);
    login = new BrowserLogin(browsers, gate::call, evidence, http, store, clock, clock::advance);
  }

  public static BrowserSettings settings(Path dataDir) {
    return BrowserSettings.in(dataDir, System.getenv())
        .withLimits(2, Duration.ofSeconds(25), Duration.ofSeconds(10), Duration.ofSeconds(8));
  }

  public SignedIn logIn(String username, String password, Mfa mfa) {
    return login.login(
        company, map, new PortalAccount("sandbox", username, new Credential(password, mfa)));
  }

  public SignedIn logInManager() {
    return logIn("manager@sandbox.test", "manager-pass", new Mfa.None());
  }

  public SessionJar jar(List<PortalCookie> cookies, SignedIn in) {
    return new SessionJar("ps_test", "sandbox", 1, in.userAgent(), in.csrf(), cookies);
  }

  public void fault(String json) {
    control.fault(json);
  }

  public int counter(String name) {
    return control.counter(name);
  }

  /** Takes back all faults, locks and counters. */
  public void reset() {
    control.send("POST", "/reset", "{}");
  }

  @Override
  public void close() {
    browsers.close();
    portal.close();
  }
}
