package dev.camelentrata.portal.session;

import static dev.camelentrata.portal.session.FakePortal.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SessionSharingTest {

  private static final Mfa NONE = new Mfa.None();
  private static final Mfa TOTP = new Mfa.Totp("JBSWY3DPEHPK3PXP");

  private final FakePortal portal = new FakePortal();

  @Test
  void sharesASessionWithOneWhoShowsTheSameCredential() {
    String first = open("pass", TOTP);

    assertThat(open("pass", new Mfa.Totp("jbsw y3dp ehpk 3pxp"))).isEqualTo(first);
    assertThat(portal.logins).hasValue(1);
  }

  @Test
  void sharesNothingWithOneWhoShowsAnotherPasswordOrSecret() {
    String first = open("pass", TOTP);

    assertThat(open("other", TOTP)).isNotEqualTo(first);
    assertThat(open("pass", new Mfa.Totp("GEZDGNBVGY3TQOJQ"))).isNotEqualTo(first);
    assertThat(portal.logins).hasValue(3);
  }

  @Test
  void asksForTheSecondFactorOfAnOpenSessionWithoutTouchingThePortal() {
    open("pass", TOTP);

    PortalException e = catchThrowableOfType(PortalException.class, () -> open("pass", NONE));

    assertThat(e.problem()).isEqualTo(PortalProblem.MFA_REQUIRED);
    assertThat(e.mfaMethods()).containsExactly("totp");
    assertThat(portal.logins).hasValue(1);
  }

  @Test
  void letsThePortalJudgeAWrongPasswordThoughASessionIsOpen() {
    open("pass", TOTP);
    portal.answer = PortalProblem.INVALID_CREDENTIALS;

    assertThatThrownBy(() -> open("guess", NONE))
        .isInstanceOfSatisfying(
            PortalException.class,
            e -> assertThat(e.problem()).isEqualTo(PortalProblem.INVALID_CREDENTIALS));
    assertThat(portal.logins).hasValue(2);
  }

  @Test
  void aTypedCodeAlwaysLogsIn() {
    Set<String> sessions = new HashSet<>();
    sessions.add(open("pass", new Mfa.Code("123456")));
    sessions.add(open("pass", new Mfa.Code("123456")));
    sessions.add(open("pass", TOTP));

    assertThat(sessions).hasSize(3);
    assertThat(portal.logins).hasValue(3);
  }

  @Test
  void fiftyThreadsCauseOneLogin() throws Exception {
    CountDownLatch allHere = new CountDownLatch(50);
    portal.duringLogin = () -> await(allHere);
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      List<Future<String>> opened = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        opened.add(
            threads.submit(
                () -> {
                  allHere.countDown();
                  return open("pass", NONE);
                }));
      }
      Set<String> sessions = new HashSet<>();
      for (Future<String> each : opened) {
        sessions.add(each.get());
      }
      assertThat(sessions).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(portal.logins).hasValue(1);
  }

  @Test
  void logsInAgainUnderTheSameIdWhenNothingCanHaveKeptTheSessionAlive() {
    String first = open("pass", NONE);
    portal.clock.advance(Duration.ofMinutes(46));

    assertThat(open("pass", NONE)).isEqualTo(first);
    assertThat(portal.logins).hasValue(2);
    assertThat(portal.store.find(first))
        .hasValueSatisfying(s -> assertThat(s.version()).isEqualTo(2));
  }

  @Test
  void refusesACompanyThatIsNotConfigured() {
    assertThatThrownBy(
            () ->
                portal.manager.open(
                    new dev.camelentrata.portal.PortalAccount(
                        "elsewhere", "x", account("pass", NONE).credential())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sandbox");
  }

  private String open(String password, Mfa mfa) {
    return portal.manager.open(account(password, mfa)).session().id();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
