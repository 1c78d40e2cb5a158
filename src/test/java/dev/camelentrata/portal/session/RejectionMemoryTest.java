package dev.camelentrata.portal.session;

import static dev.camelentrata.portal.session.FakePortal.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RejectionMemoryTest {

  private static final Mfa TOTP = new Mfa.Totp("JBSWY3DPEHPK3PXP");

  private final FakePortal portal = new FakePortal();

  @ParameterizedTest
  @EnumSource(
      value = PortalProblem.class,
      names = {"INVALID_CREDENTIALS", "ACCOUNT_LOCKED", "PASSWORD_CHANGE_REQUIRED"})
  void doesNotTryARejectedPasswordAgainForAWhile(PortalProblem problem) {
    portal.answer = problem;
    refused("pass", new Mfa.None());

    PortalException again = refused("pass", new Mfa.None());

    assertThat(again.problem()).isEqualTo(problem);
    assertThat(again).hasMessageContaining("15 minutes").hasMessageNotContaining("pass ");
    assertThat(portal.logins).hasValue(1);

    portal.clock.advance(Duration.ofMinutes(16));
    refused("pass", new Mfa.None());
    assertThat(portal.logins).hasValue(2);
  }

  @Test
  void doesNotTryARejectedPasswordWithAnotherCode() {
    portal.answer = PortalProblem.INVALID_CREDENTIALS;
    refused("pass", new Mfa.Code("111111"));
    refused("pass", new Mfa.Code("222222"));

    assertThat(portal.logins).hasValue(1);
  }

  @Test
  void triesAnotherPasswordAtOnce() {
    portal.answer = PortalProblem.INVALID_CREDENTIALS;
    refused("pass", new Mfa.None());
    portal.answer = null;

    portal.manager.open(account("corrected", new Mfa.None()));

    assertThat(portal.logins).hasValue(2);
  }

  @Test
  void aRejectedTotpSecretIsTriedAgainSooner() {
    portal.answer = PortalProblem.MFA_REJECTED;
    refused("pass", TOTP);
    assertThat(refused("pass", TOTP).problem()).isEqualTo(PortalProblem.MFA_REJECTED);
    assertThat(portal.logins).hasValue(1);

    portal.clock.advance(Duration.ofMinutes(3));
    refused("pass", TOTP);
    assertThat(portal.logins).hasValue(2);
  }

  @Test
  void aRejectedTypedCodeDoesNotStandInTheWayOfTheNext() {
    portal.answer = PortalProblem.MFA_REJECTED;
    refused("pass", new Mfa.Code("111111"));
    portal.answer = null;

    portal.manager.open(account("pass", new Mfa.Code("222222")));

    assertThat(portal.logins).hasValue(2);
  }

  @Test
  void anOutageIsNoRejection() {
    portal.answer = PortalProblem.PORTAL_UNAVAILABLE;
    refused("pass", new Mfa.None());
    portal.answer = null;

    portal.manager.open(account("pass", new Mfa.None()));

    assertThat(portal.logins).hasValue(2);
  }

  private PortalException refused(String password, Mfa mfa) {
    return catchThrowableOfType(
        PortalException.class, () -> portal.manager.open(account(password, mfa)));
  }
}
