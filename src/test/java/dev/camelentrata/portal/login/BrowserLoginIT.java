package dev.camelentrata.portal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.camelentrata.portal.Mfa;
import dev.camelentrata.portal.PortalException;
import dev.camelentrata.portal.PortalProblem;
import dev.camelentrata.portal.SandboxHouse;
import dev.camelentrata.portal.session.PortalCookie;
import dev.camelentrata.portal.session.SignedIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserLoginIT {

  @TempDir static Path dataDir;
  private SandboxHouse house;

  @BeforeAll
  void open() {
    house = new SandboxHouse(dataDir);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void reset() {
    house.reset();
  }

  @Test
  void handsOverAllCookiesAndSeesTheEntitlements() {
    SignedIn in = house.logIn("onsite@sandbox.test", "onsite-pass", new Mfa.None());

    assertThat(in.propertyIds()).containsExactly("1001", "1002");
    assertThat(in.user()).isNotBlank();
    assertThat(in.role()).isNotBlank();
    assertThat(in.modules()).isNotEmpty();
    assertThat(in.csrf()).isNotBlank();
    assertThat(in.userAgent()).contains("Chrome/");
    assertThat(in.cookies())
        .filteredOn(PortalCookie::httpOnly)
        .extracting(PortalCookie::name)
        .contains("PSI_SESSION_ENT");
    assertThat(house.browsers.running()).isZero();
  }

  @Test
  void cookiesOfTheBrowserWorkForReplay() {
    SignedIn in = house.logInManager();

    var answer =
        house.http.send(
            house.company,
            house.map,
            house.map.operations().get("listUnits").replay().request(),
            Map.of("propertyId", "1001", "page", "0"),
            house.jar(in.cookies(), in));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(house.counter("logins")).isEqualTo(1);
  }

  @Test
  void saysWhatToDoAboutARejectedPassword() {
    PortalException e = failure("manager@sandbox.test", "wrong-pass", new Mfa.None());

    assertThat(e.problem()).isEqualTo(PortalProblem.INVALID_CREDENTIALS);
    assertThat(e).hasMessageContaining("rejected").hasMessageNotContaining("wrong-pass");
    assertThat(house.counter("loginAttempts")).isEqualTo(1);
  }

  @Test
  void tellsALockedAccountFromAnExpiredPassword() {
    assertThat(failure("locked@sandbox.test", "locked-pass", new Mfa.None()).problem())
        .isEqualTo(PortalProblem.ACCOUNT_LOCKED);
    assertThat(failure("expired@sandbox.test", "expired-pass", new Mfa.None()).problem())
        .isEqualTo(PortalProblem.PASSWORD_CHANGE_REQUIRED);
  }

  @Test
  void answersTheSecondFactorFromTheTotpSecret() {
    SignedIn first = service(new Mfa.Totp(SandboxHouse.TOTP_SECRET));
    SignedIn second = service(new Mfa.Totp("jbsw y3dp ehpk 3pxp"));

    assertThat(first.propertyIds()).hasSize(3);
    assertThat(second.propertyIds()).hasSize(3);
    assertThat(house.counter("logins")).isEqualTo(2);
  }

  @Test
  void typesACodeThatAPersonGave() {
    String code =
        new TotpCodes(house.store, house.clock, house.clock::advance)
            .next(
                "sandbox|service@sandbox.test",
                TotpCodes.key(new Mfa.Totp(SandboxHouse.TOTP_SECRET)));

    assertThat(service(new Mfa.Code(" " + code + " ")).propertyIds()).hasSize(3);
  }

  @Test
  void namesTheMethodsWhenTheSecondFactorIsMissing() {
    PortalException e = failure("service@sandbox.test", "service-pass", new Mfa.None());

    assertThat(e.problem()).isEqualTo(PortalProblem.MFA_REQUIRED);
    assertThat(e.mfaMethods()).contains("totp");
  }

  @Test
  void saysThatACodeWasRejected() {
    PortalException e = failure("service@sandbox.test", "service-pass", new Mfa.Code("000000"));

    assertThat(e.problem()).isEqualTo(PortalProblem.MFA_REJECTED);
    assertThat(e.mfaMethods()).contains("totp");
    assertThat(e).hasMessageNotContaining("000000");
  }

  private SignedIn service(Mfa mfa) {
    return house.logIn("service@sandbox.test", "service-pass", mfa);
  }

  private PortalException failure(String username, String password, Mfa mfa) {
    return catchThrowableOfType(PortalException.class, () -> house.logIn(username, password, mfa));
  }
}
