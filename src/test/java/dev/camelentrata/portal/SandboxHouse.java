package dev.camelentrata.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A sandbox portal and the browsers that log in to it, shared by the tests of a class. */
public final class SandboxHouse implements AutoCloseable {

  public static final String TOTP_SECRET = "JBSWY3DPEHPK3PXP";

  private static final ObjectMapper JSON = new ObjectMapper();

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

  private final HttpClient client = HttpClient.newHttpClient();

  public SandboxHouse(Path dataDir) {
    this.dataDir = dataDir;
    portal = SandboxPortal.start(SandboxSettings.defaults().withSize(3, 120), clock);
    company = new PortalCompany("sandbox", portal.baseUri(), null, 8, 0);
    browsers = new Browsers(settings(dataDir), clock);
    evidence = new Evidence(dataDir, clock);
    gate = new CompanyGate(Duration.ofSeconds(20), clock);
    http = new HttpPortal(gate, Duration.ofSeconds(20), clock);
    login = new BrowserLogin(browsers, gate::call, evidence, http, store, clock, clock::advance);
  }

  /** Quick to give up, as tests want it. */
  public static BrowserSettings settings(Path dataDir) {
    return BrowserSettings.in(dataDir, System.getenv())
        .withLimits(2, Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(3));
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

  /** Calls the sandbox's control API. */
  public JsonNode control(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(portal.baseUri() + "/__sandbox" + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(method + " " + path + ": " + answer.body());
      }
      return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void fault(String json) {
    control("POST", "/faults", json);
  }

  public int counter(String name) {
    return control("GET", "/counters", null).path(name).asInt();
  }

  /** Takes back all faults, locks and counters. */
  public void reset() {
    control("POST", "/reset", "{}");
  }

  @Override
  public void close() {
    browsers.close();
    portal.close();
  }
}
