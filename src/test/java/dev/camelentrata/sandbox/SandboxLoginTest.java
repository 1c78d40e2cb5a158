package dev.camelentrata.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way into the sandbox portal, and what stands in it. */
class SandboxLoginTest {

  @RegisterExtension private final RunningSandbox sandbox = new RunningSandbox(3, 5);
  private Visitor visitor;

  @BeforeEach
  void visit() {
    visitor = sandbox.visitor();
  }

  @Test
  void showsTheLoginPageWithItsFields() {
    var page = Visitor.html(visitor.get("/?module=authentication&action=view_login"));
    assertThat(page.select("[id=\"company_user[username]\"]")).hasSize(1);
    assertThat(page.select("[id=\"company_user[password]\"]")).hasSize(1);
    assertThat(page.select("a#login_button")).hasSize(1);
  }

  @Test
  void logsInWithoutSecondFactorAndShowsTheMenu() {
    assertLandsOn(visitor.logIn("manager@sandbox.test", "manager-pass"), "/?module=dashboardxxx");
    var page = Visitor.html(visitor.get("/?module=dashboardxxx"));
    assertThat(page.select("#main_menu li[data-module]")).hasSizeGreaterThan(5);
    assertThat(page.select("#property_selector option[value]").eachAttr("value"))
        .containsExactly("1001", "1002", "1003");
    assertThat(page.select("#user_menu .user-name").text()).isEqualTo("Morgan Ellery");
    assertThat(page.select("#user_menu .user-role").text()).isEqualTo("Regional Manager");
    assertThat(page.select("meta[name=csrf-token]").attr("content")).isNotBlank();
  }

  @Test
  void givesANewSessionIdAtLogin() {
    visitor.get("/?module=authentication");
    String before = cookie("PSI_SESSION_ENT");
    visitor.asManager();
    assertThat(before).isNotBlank();
    assertThat(cookie("PSI_SESSION_ENT")).isNotBlank().isNotEqualTo(before);
  }

  @Test
  void refusesAWrongPasswordInItsOwnWords() {
    var answer = visitor.logIn("manager@sandbox.test", "nonsense");
    assertThat(alert(answer)).isEqualTo("The username or password you entered is incorrect.");
    assertThat(alert(visitor.logIn("nobody@sandbox.test", "nonsense"))).isEqualTo(alert(answer));
  }

  @Test
  void locksAUserAfterFiveWrongPasswordsInARow() {
    for (int i = 0; i < 4; i++) {
      assertThat(alert(visitor.logIn("manager@sandbox.test", "wrong"))).contains("incorrect");
    }
    assertThat(alert(visitor.logIn("manager@sandbox.test", "wrong"))).contains("locked");
    assertThat(alert(visitor.logIn("manager@sandbox.test", "manager-pass"))).contains("locked");
    visitor.control("POST", "/reset", "{}");
    assertLandsOn(visitor.logIn("manager@sandbox.test", "manager-pass"), "/?module=dashboardxxx");
  }

  @Test
  void forgetsWrongPasswordsOnceTheRightOneCame() {
    for (int i = 0; i < 4; i++) {
      visitor.logIn("manager@sandbox.test", "wrong");
    }
    visitor.asManager();
    visitor.get("/?module=authenticationxxx&action=logout");
    assertThat(alert(visitor.logIn("manager@sandbox.test", "wrong"))).contains("incorrect");
  }

  @Test
  void tellsThatAnAccountIsLocked() {
    assertThat(alert(visitor.logIn("locked@sandbox.test", "locked-pass"))).contains("locked");
  }

  @Test
  void asksForANewPasswordWhenItHasExpired() {
    assertLandsOn(
        visitor.logIn("expired@sandbox.test", "expired-pass"),
        "/?module=authenticationxxx&action=view_change_password");
    var page = visitor.get("/?module=authenticationxxx&action=view_change_password");
    assertThat(Visitor.html(page).select("#password_change_form")).hasSize(1);
    assertThat(visitor.get("/?module=dashboardxxx").statusCode()).isEqualTo(302);
    var changed =
        visitor.post(
            "/?module=authenticationxxx&action=change_password",
            Map.of("new_password", "a-new-password", "repeat_password", "a-new-password"));
    assertLandsOn(changed, "/?module=dashboardxxx");
  }

  @Test
  void challengesTheServiceUserAndTakesTheCodeOnce() {
    assertLandsOn(
        visitor.logIn("service@sandbox.test", "service-pass"),
        "/?module=authenticationxxx&action=view_mfa");
    var challenge = Visitor.html(visitor.get("/?module=authenticationxxx&action=view_mfa"));
    assertThat(challenge.select("#mfa_challenge [data-mfa-method]").eachAttr("data-mfa-method"))
        .containsExactly("totp");
    String code = Visitor.codeAt(sandbox.clock.instant());
    assertLandsOn(visitor.enterCode(code), "/?module=dashboardxxx");

    Visitor second = sandbox.visitor();
    second.logIn("service@sandbox.test", "service-pass");
    assertThat(rejection(second.enterCode(code))).contains("already used");
    sandbox.clock.advance(Duration.ofSeconds(30));
    assertLandsOn(
        second.enterCode(Visitor.codeAt(sandbox.clock.instant())), "/?module=dashboardxxx");
  }

  @Test
  void acceptsACodeOneStepOffButNotTwo() {
    visitor.logIn("service@sandbox.test", "service-pass");
    String old = Visitor.codeAt(sandbox.clock.instant().minusSeconds(60));
    assertThat(rejection(visitor.enterCode(old))).contains("not correct");
    String late = Visitor.codeAt(sandbox.clock.instant().minusSeconds(30));
    assertLandsOn(visitor.enterCode(late), "/?module=dashboardxxx");
  }

  @Test
  void endsTheChallengeAfterFiveWrongCodes() {
    visitor.logIn("service@sandbox.test", "service-pass");
    for (int i = 0; i < 4; i++) {
      assertThat(rejection(visitor.enterCode("abcdef"))).contains("not correct");
    }
    assertThat(alert(visitor.enterCode("abcdef"))).contains("Too many wrong codes");
    assertThat(visitor.enterCode(Visitor.codeAt(sandbox.clock.instant())).statusCode())
        .isEqualTo(302);
    assertThat(visitor.get("/?module=dashboardxxx").statusCode()).isEqualTo(302);
  }

  @Test
  void endsAnIdleSessionAndReturnsToThePageAfterLogin() {
    visitor.asManager();
    sandbox.clock.advance(Duration.ofMinutes(14));
    assertThat(visitor.get("/?module=propertiesxxx").statusCode()).isEqualTo(200);
    sandbox.clock.advance(Duration.ofMinutes(15));
    var gone = visitor.get("/?module=propertiesxxx");
    assertLandsOn(
        gone,
        "/?module=authenticationxxx&action=view_login&return_url=%2F%3Fmodule%3Dpropertiesxxx");
    var back =
        visitor.post(
            "/?module=authenticationxxx&action=login",
            Map.of(
                "company_user[username]", "manager@sandbox.test",
                "company_user[password]", "manager-pass",
                "return_url", "/?module=propertiesxxx"));
    assertLandsOn(back, "/?module=propertiesxxx");
  }

  @Test
  void sendsNobodyToAnotherSiteAfterLogin() {
    var answer =
        visitor.post(
            "/?module=authenticationxxx&action=login",
            Map.of(
                "company_user[username]", "manager@sandbox.test",
                "company_user[password]", "manager-pass",
                "return_url", "https://elsewhere.test/?module=x"));
    assertLandsOn(answer, "/?module=dashboardxxx");
  }

  @Test
  void keepAliveExtendsTheSessionAndTellsThePage() {
    visitor.asManager();
    sandbox.clock.advance(Duration.ofMinutes(14));
    var alive = visitor.post("/?module=general_dashboardxxx&action=keep_alive", Map.of());
    assertThat(alive.statusCode()).isEqualTo(200);
    assertThat(Long.parseLong(cookie("next_expiration_check")))
        .isEqualTo(sandbox.clock.instant().plus(Duration.ofMinutes(15)).getEpochSecond());
    assertThat(Long.parseLong(cookie("current_expiration_check")))
        .isEqualTo(sandbox.clock.instant().getEpochSecond());
    sandbox.clock.advance(Duration.ofMinutes(14));
    assertThat(visitor.get("/?module=dashboardxxx").statusCode()).isEqualTo(200);
  }

  @Test
  void answersAJsonCallWithoutSessionWith401AndAFragmentWithTheLoginPage() {
    var json = visitor.post("/?module=property_unitsxxx&action=get_units_json", Map.of());
    assertThat(json.statusCode()).isEqualTo(401);
    assertThat(Visitor.json(json).path("status").asText()).isEqualTo("error");
    var fragment =
        visitor.post(
            "/?module=propertiesxxx&action=view_properties_list", Map.of("is_ajax_request", "1"));
    assertLandsOn(fragment, "/?module=authenticationxxx&action=view_login");
  }

  @Test
  void countsLoginsAttemptsFailuresAndChallenges() {
    visitor.logIn("manager@sandbox.test", "wrong");
    visitor.asManager();
    sandbox.visitor().logIn("service@sandbox.test", "service-pass");
    var counters = sandbox.counters();
    assertThat(counters.path("loginAttempts").asInt()).isEqualTo(3);
    assertThat(counters.path("loginFailures").asInt()).isEqualTo(1);
    assertThat(counters.path("mfaChallenges").asInt()).isEqualTo(1);
    assertThat(counters.path("logins").asInt()).isEqualTo(1);
  }

  @Test
  void logsOut() {
    visitor.asManager();
    visitor.get("/?module=authenticationxxx&action=logout");
    assertThat(visitor.get("/?module=dashboardxxx").statusCode()).isEqualTo(302);
  }

  private String cookie(String name) {
    return visitor.cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private static String alert(HttpResponse<String> response) {
    return Visitor.html(response).select("#ajax_message p.alert.error").text();
  }

  private static String rejection(HttpResponse<String> response) {
    return Visitor.html(response).select("#mfa_challenge p.alert.error").text();
  }

  private static void assertLandsOn(HttpResponse<String> response, String location) {
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("location")).contains(location);
  }
}
