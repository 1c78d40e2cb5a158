package dev.camelentrata.portal.session;

import static dev.camelentrata.portal.session.FakePortal.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SessionRenewalTest {

  private final FakePortal portal = new FakePortal();

  @Test
  void logsInOnceForAllThreadsThatFoundTheSessionLost() throws Exception {
    StoredSession stored = portal.manager.open(account("pass", new Mfa.None()));
    SessionAccess access = portal.manager.access(stored);
    SessionJar stale = access.current();
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Future<SessionJar>> renewed = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        renewed.add(threads.submit(() -> access.renew(stale)));
      }
      for (Future<SessionJar> jar : renewed) {
        assertThat(jar.get().version()).isEqualTo(2);
        assertThat(jar.get().sessionId()).isEqualTo(stored.session().id());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(portal.logins).hasValue(2);
  }

  @Test
  void takesOverTheEntitlementsOfTheNewLogin() {
    StoredSession stored = portal.manager.open(account("pass", new Mfa.None()));
    portal.properties = List.of("1002");

    SessionAccess access = portal.manager.access(stored);
    access.renew(access.current());

    assertThat(portal.manager.require(stored.session().id()).session().propertyIds())
        .containsExactly("1002");
  }

  @Test
  void aSessionOfATypedCodeEndsWithThePortals() {
    StoredSession stored = portal.manager.open(account("pass", new Mfa.Code("123456")));
    SessionAccess access = portal.manager.access(stored);

    PortalException e =
        catchThrowableOfType(PortalException.class, () -> access.renew(access.current()));

    assertThat(e.problem()).isEqualTo(PortalProblem.SESSION_EXPIRED);
    assertThat(portal.store.find(stored.session().id())).isEmpty();
    assertThat(portal.logins).hasValue(1);
  }

  @Test
  void aPasswordRejectedOnRenewalIsNotTriedInALoop() {
    StoredSession stored = portal.manager.open(account("pass", new Mfa.None()));
    SessionAccess access = portal.manager.access(stored);
    portal.answer = PortalProblem.INVALID_CREDENTIALS;

    for (int i = 0; i < 3; i++) {
      PortalException e =
          catchThrowableOfType(PortalException.class, () -> access.renew(access.current()));
      assertThat(e.problem()).isEqualTo(PortalProblem.INVALID_CREDENTIALS);
    }
    assertThat(portal.logins).hasValue(2);
  }

  @Test
  void storesChangedCookiesButNotTheExpiryClocks() {
    StoredSession stored = portal.manager.open(account("pass", new Mfa.None()));
    String id = stored.session().id();
    SessionJar jar = portal.manager.access(stored).current();

    jar.put(FakePortal.cookie("next_expiration_check", "1770000000"));
    portal.manager.writeBack(id);
    assertThat(cookie(id, "next_expiration_check")).isEqualTo("1760000000");

    jar.put(FakePortal.cookie("PSI_SESSION_ENT", "rotated"));
    portal.manager.writeBack(id);
    assertThat(cookie(id, "PSI_SESSION_ENT")).isEqualTo("rotated");
  }

  private String cookie(String id, String name) {
    return portal.store.find(id).orElseThrow().secrets().cookies().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
