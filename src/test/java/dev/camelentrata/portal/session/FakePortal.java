package dev.camelentrata.portal.session;

import dev.camelentrata.portal.Credential;
import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.OffsetClock;
import dev.camelentrata.portal.PortalAccount;
import dev.camelentrata.portal.PortalCompany;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.map.PortalMap;
import dev.camelentrata.portal.map.PortalMapReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A portal without a browser: counts logins and calls, and answers as a test wants. */
final class FakePortal implements PortalLogin, SessionCalls {

  final OffsetClock clock = new OffsetClock();
  final SessionStore store = new InMemorySessionStore();
  final PortalMap map = new PortalMapReader().read(Path.of("routes/portal/sandbox.portal.yaml"));
  final PortalCompany company =
      new PortalCompany("sandbox", URI.create("http://127.0.0.1:1"), null, 1, 0);
  final SessionManager manager =
      new SessionManager(
          store,
          Map.of("sandbox", company),
          name -> map,
          this,
          this,
          (secret, context) -> "print of " + secret + " in " + context,
          clock,
          SessionSettings.DEFAULTS);
  final AtomicInteger logins = new AtomicInteger();
  final List<String> keptAlive = Collections.synchronizedList(new ArrayList<>());
  final List<String> loggedOut = Collections.synchronizedList(new ArrayList<>());

  volatile PortalProblem answer;
  volatile RuntimeException keepAliveFailure;
  volatile Runnable duringLogin = () -> {};
  volatile List<String> properties = List.of("1001", "1002");

  @Override
  public SignedIn login(PortalCompany company, PortalMap map, PortalAccount account) {
    int number = logins.incrementAndGet();
    duringLogin.run();
    if (answer != null) {
      throw PortalException.of(answer, "the portal said so");
    }
    return new SignedIn(
        "Robin Sample", "Manager", properties, List.of("units"), cookies("v" + number), "c", "ua");
  }

  @Override
  public void keepAlive(PortalCompany company, PortalMap map, SessionJar jar) {
    keptAlive.add(jar.sessionId());
    if (keepAliveFailure != null) {
      throw keepAliveFailure;
    }
  }

  @Override
  public void logout(PortalCompany company, PortalMap map, SessionJar jar) {
    loggedOut.add(jar.sessionId());
  }

  static List<PortalCookie> cookies(String value) {
    return List.of(cookie("PSI_SESSION_ENT", value), cookie("next_expiration_check", "1760000000"));
  }

  static PortalCookie cookie(String name, String value) {
    return new PortalCookie(name, value, "127.0.0.1", "/", false, true, null);
  }

  static PortalAccount account(String password, Mfa mfa) {
    return new PortalAccount("sandbox", "robin@example.test", new Credential(password, mfa));
  }
}
